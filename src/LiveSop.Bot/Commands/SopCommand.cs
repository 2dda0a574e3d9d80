using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Commands;

/// <summary>What somebody asks of LiveSOP, by <c>/sop</c> or by mentioning it.</summary>
internal abstract record SopCommand
{
    private SopCommand() { }

    public sealed record Help : SopCommand;

    /// <summary>The procedures that the asker may read.</summary>
    public sealed record List : SopCommand;

    public sealed record Show(SopReference Sop) : SopCommand;

    public sealed record Search(string Words) : SopCommand;

    /// <summary>Find the procedures in what everybody in the place may read.</summary>
    /// <param name="Channel">In this channel alone; null for all that the place may see.</param>
    /// <param name="Since">Not before then; null for all that was read.</param>
    public sealed record Mine(ChannelId? Channel = null, DateOnly? Since = null) : SopCommand;

    /// <summary>Bring a page or a file.</summary>
    public sealed record Import : SopCommand;

    public sealed record History(SopReference Sop) : SopCommand;

    /// <summary>What two versions differ in.</summary>
    /// <param name="From">Null for the one before <paramref name="To"/>.</param>
    /// <param name="To">Null for the one in force.</param>
    public sealed record Diff(SopReference Sop, int? From, int? To) : SopCommand;

    public sealed record Restore(SopReference Sop, int Version) : SopCommand;

    /// <param name="Sop">Null for all that the asker may read.</param>
    public sealed record Export(SopReference? Sop) : SopCommand;

    public sealed record Edit(SopReference Sop) : SopCommand;

    /// <summary>Spaces, who is what in them, what is kept how long.</summary>
    public sealed record Settings : SopCommand;

    /// <summary>When the daily digest comes, and whether.</summary>
    public sealed record Digest : SopCommand;

    /// <summary>What the bot lacks here, and how to mend it.</summary>
    public sealed record Doctor : SopCommand;

    /// <summary>Which procedure the thread is a case of; only where there is a thread.</summary>
    public sealed record Which : SopCommand;

    /// <summary>What happened in incidents like the thread's; only where there is a thread.</summary>
    public sealed record LastTime : SopCommand;

    /// <summary>A known command that was not understood to its end.</summary>
    /// <param name="Usage">How it is written.</param>
    public sealed record Incomplete(string Name, string Usage) : SopCommand;

    /// <param name="Word">What was typed first; people's text.</param>
    /// <param name="Nearest">The command it probably meant, if one is near.</param>
    public sealed record Unknown(string Word, string? Nearest) : SopCommand;
}

/// <summary>How somebody names a procedure.</summary>
internal abstract record SopReference
{
    private SopReference() { }

    /// <summary>As every list shows it.</summary>
    public sealed record ByNumber(int Number) : SopReference;

    /// <summary>Words of its title.</summary>
    public sealed record ByWords(string Words) : SopReference;

    /// <returns>Null where nothing was typed.</returns>
    public static SopReference? Of(string typed)
    {
        var words = typed.Trim().Trim('"', '“', '”').Trim();
        if (words.Length == 0) return null;
        var digits = words.StartsWith('#') ? words[1..] : words.StartsWith("sop", StringComparison.OrdinalIgnoreCase) ? words[3..].TrimStart(' ', '-') : words;
        return int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0
            ? new ByNumber(number)
            : new ByWords(words);
    }
}
