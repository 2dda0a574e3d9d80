namespace LiveSop.Domain.Incidents;

/// <summary>One utterance, or one recorded deed, from any source.</summary>
public sealed record Message
{
    public required SourceRef Source { get; init; }

    /// <summary>The channel id, the file's name or the Jira project: incidents never cross it.</summary>
    public required string Place { get; init; }

    public required Person Author { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As people read it: markup resolved, names of people as <c>@name</c>, of channels as <c>#name</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The thread within the place: the root's <c>ts</c>, the CSV case, the issue key. Null where the talk is un-threaded.</summary>
    public string? Thread { get; init; }

    /// <summary>What was done, in the source's own words, where the source records deeds: an event-log row, a Jira transition.</summary>
    public string? Activity { get; init; }
}
