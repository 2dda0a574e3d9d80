namespace LiveSop.Bot.Respond;

/// <summary>How much the bot says by itself. Section <c>Answering</c>.</summary>
internal sealed record AnsweringSettings
{
    /// <summary>Matches that are shown in one channel within an hour, posted or whispered: 0 to 1000.</summary>
    public int PerChannelAndHour { get; init; } = 12;

    /// <summary>A request that nobody answers is shown to responders after so many minutes, unless its space says otherwise: 1 to 1440.</summary>
    public int UnansweredMinutes { get; init; } = 30;
}
