using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>An effect on the outside, written together with the state that it follows from.</summary>
internal sealed class OutboxRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid EffectId { get; init; }

    /// <summary>Equal for what must happen once in this workspace; the other side can be asked about it.</summary>
    public required string Key { get; init; }

    /// <summary>What shares a lane is sent in order.</summary>
    public required string Lane { get; init; }

    public required string Kind { get; init; }

    /// <summary>JSON.</summary>
    public required string Payload { get; set; }

    public required EffectState State { get; set; }

    public int Attempts { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AttemptedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The message that it became, where it became one.</summary>
    public MessageTs? MessageTs { get; set; }

    public string? Error { get; set; }
}

internal enum EffectState
{
    Waiting,
    Sending,
    Sent,
    Parked,
}
