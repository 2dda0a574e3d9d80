namespace LiveSop.Bot.Commands;

/// <summary>What somebody asks of LiveSOP, by <c>/sop</c> or by mentioning it.</summary>
internal abstract record SopCommand
{
    private SopCommand() { }

    public sealed record Help : SopCommand;

    /// <summary>Find the procedures in what everybody here may read.</summary>
    public sealed record Mine : SopCommand;

    /// <param name="Word">What was typed first; people's text.</param>
    /// <param name="Nearest">The command it probably meant, if one is near.</param>
    public sealed record Unknown(string Word, string? Nearest) : SopCommand;
}
