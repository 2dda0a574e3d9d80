namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>A time of which all is known: so many messages were posted in the channel itself between two moments.</summary>
/// <param name="ReplyCalls">Calls that the threads among them need.</param>
internal sealed record Stretch(DateTimeOffset From, DateTimeOffset To, int Messages, int ReplyCalls)
{
    public TimeSpan Length => To - From;

    /// <summary>Both as one, where <paramref name="older"/> ends as this begins.</summary>
    public Stretch Joined(Stretch older) => new(older.From, To, Messages + older.Messages, ReplyCalls + older.ReplyCalls);
}
