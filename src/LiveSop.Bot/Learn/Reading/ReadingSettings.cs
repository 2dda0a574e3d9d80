namespace LiveSop.Bot.Learn.Reading;

/// <summary>How much of the past is read. Section <c>Reading</c>.</summary>
internal sealed record ReadingSettings
{
    /// <summary>How far back in a channel that the bot is invited to: 1 to 120.</summary>
    public int Months { get; init; } = 12;
}
