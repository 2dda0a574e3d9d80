using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.History;

/// <summary>A message as it lies in Slack, with what only the generator knows: which case it belongs to and what it does there.</summary>
internal sealed record HistoryMessage
{
    public required Channel Channel { get; init; }

    /// <summary>Seconds and six digits, unique in the whole history.</summary>
    public required string Ts { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Colleague Author { get; init; }

    /// <summary>In Slack's own markup.</summary>
    public required string Text { get; init; }

    /// <summary>The root's <see cref="Ts"/>; null for roots and for un-threaded talk.</summary>
    public string? ThreadTs { get; init; }

    public string? Subtype { get; init; }

    /// <summary>Gold: the key of the case's first message; null for chatter.</summary>
    public string? Case { get; init; }

    /// <summary>Gold: usually none or one, two where a responder says two things at once.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    public DateTimeOffset? EditedAt { get; init; }

    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    public string? FileName { get; init; }

    public string Key => $"{Channel.Id}:{Ts}";

    /// <summary>A note that Slack itself wrote.</summary>
    public bool IsNote => Subtype == "channel_join";

    public bool IsUnrelated => Case is null && !IsNote;
}

internal sealed record Reaction(string Name, IReadOnlyList<Colleague> By);
