namespace LiveSop.Workspace.Slack.People;

/// <summary>What somebody is in a workspace.</summary>
internal enum Standing
{
    Owner,
    Admin,
    Member,

    /// <summary>Sees only the channels they were added to.</summary>
    Guest,

    /// <summary>Sees one channel.</summary>
    SingleChannelGuest,

    /// <summary>From another workspace, met in a shared channel. In no list of users, yet known by id.</summary>
    Stranger,

    Bot,
}
