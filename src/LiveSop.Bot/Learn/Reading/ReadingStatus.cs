using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>How far the reading of a channel is, as people are told.</summary>
internal abstract record ReadingStatus
{
    private ReadingStatus() { }

    /// <summary>Not a page has been read yet.</summary>
    public sealed record Begun(DateTimeOffset BackTo) : ReadingStatus;

    /// <param name="Messages">With replies.</param>
    /// <param name="Reached">How far back.</param>
    /// <param name="Left">About how long it will still take; null where nobody can say yet.</param>
    public sealed record Running(long Messages, DateTimeOffset Reached, TimeSpan? Left) : ReadingStatus;

    /// <param name="Reached">How far back; null where there was nothing.</param>
    public sealed record Done(long Messages, DateTimeOffset? Reached) : ReadingStatus;

    /// <summary>What was missed during an absence is known now.</summary>
    public sealed record CaughtUp : ReadingStatus;

    public sealed record BrokenOff(string Reason) : ReadingStatus;

    public static ReadingStatus Of(ReadingRow row, TimeSpan? left = null) => row switch
    {
        { State: ReadingState.BrokenOff } => new BrokenOff(row.StateReason ?? ""),
        { State: ReadingState.Done, Kind: ReadingKind.CatchUp } => new CaughtUp(),
        { State: ReadingState.Done } => new Done(row.Messages + row.Replies, row.ReachedTs?.At),
        { ReachedTs: null } => new Begun(row.BackTo),
        { ReachedTs: { } reached } => new Running(row.Messages + row.Replies, reached.At, left),
    };
}
