namespace LiveSop.Workspace.Slack.Trouble;

/// <summary>What can happen to an envelope on its way.</summary>
internal enum Mishap
{
    /// <summary>The same envelope comes twice, with the same id.</summary>
    Duplicate,

    /// <summary>It is overtaken by the one after it.</summary>
    Overtaken,

    /// <summary>It comes in many small frames.</summary>
    Fragmented,

    /// <summary>It carries a megabyte that nobody asked for.</summary>
    Bloated,

    /// <summary><c>team</c> is null, as for installations of a whole organisation.</summary>
    NoTeam,

    /// <summary>Fields that need not be there are not.</summary>
    Bare,

    /// <summary>Fields that nobody has heard of are everywhere.</summary>
    Strange,

    /// <summary>It never arrives, though Slack believes that it did.</summary>
    Lost,
}
