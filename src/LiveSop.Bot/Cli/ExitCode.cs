namespace LiveSop.Bot.Cli;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A fault in LiveSOP.</summary>
    public const int Fault = 1;

    /// <summary>What was looked at does not work: the bot, for <c>livesop health</c>; what it needs, for <c>livesop doctor</c>. Its lines say what.</summary>
    public const int Unwell = 1;

    /// <summary>What was asked or given cannot be used; the sentence says why.</summary>
    public const int Refused = 2;

    /// <summary>Stopped by Ctrl+C: 128 and the signal's number, as shells count.</summary>
    public const int Stopped = 130;
}
