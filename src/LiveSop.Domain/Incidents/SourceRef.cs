namespace LiveSop.Domain.Incidents;

/// <summary>Where an utterance stands in its source, so that it can be shown again.</summary>
public abstract record SourceRef
{
    private SourceRef() { }

    /// <summary>By place; within a file by row, otherwise by id in ordinal order. What was recorded at one time stays in the source's order.</summary>
    public static Comparer<SourceRef> Order { get; } = Comparer<SourceRef>.Create((one, other) => (one, other) switch
    {
        (CsvRow a, CsvRow b) when a.File == b.File => a.Row.CompareTo(b.Row),
        _ => string.CompareOrdinal(one.ToString(), other.ToString()),
    });

    /// <summary>A Slack message: the channel's id and the untouched <c>ts</c>, which is an identifier, never a number.</summary>
    public sealed record Slack(string Channel, string Ts) : SourceRef
    {
        public override string ToString() => $"{Channel}:{Ts}";
    }

    /// <summary>A row of a CSV file, counted from 1 with the header as row 1.</summary>
    public sealed record CsvRow(string File, int Row) : SourceRef
    {
        public override string ToString() => $"{File}:{Row}";
    }

    /// <summary>Something in a Jira project: an issue key, or <c>KEY#comment-7</c>, <c>KEY#history-9</c>.</summary>
    public sealed record Jira(string Project, string Id) : SourceRef
    {
        public override string ToString() => $"{Project}:{Id}";
    }
}
