using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>A thread that somebody saved as a procedure.</summary>
internal sealed class CaptureRow
{
    public required WorkspaceId WorkspaceId { get; init; }

    public required Guid CaptureId { get; init; }

    public required ChannelId ChannelId { get; init; }

    public required MessageTs ThreadTs { get; init; }

    public required UserId CapturedBy { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The procedure as it was understood: a stored format that carries its version. Null until the thread was read.</summary>
    public string? Procedure { get; set; }
}
