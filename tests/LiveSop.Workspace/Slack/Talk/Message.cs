using System.Text.Json;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>A message as it lies in a channel. What a thread's first message knows of its replies is with <see cref="MessageLog"/>.</summary>
internal sealed record Message
{
    public required string Ts { get; init; }

    /// <summary>Null for an old webhook.</summary>
    public string? User { get; init; }

    /// <summary>The workspace its author belongs to.</summary>
    public string? Team { get; init; }

    public BotMark? Bot { get; init; }

    public string? Subtype { get; init; }

    /// <summary>In Slack's own markup.</summary>
    public string Text { get; init; } = "";

    /// <summary>The root's <see cref="Ts"/>; null outside threads, and for roots.</summary>
    public string? ThreadTs { get; init; }

    public string? ParentUser { get; init; }

    /// <summary>Set for people only.</summary>
    public string? ClientId { get; init; }

    public JsonElement? Blocks { get; init; }

    public JsonElement? Attachments { get; init; }

    public JsonElement? Metadata { get; init; }

    public IReadOnlyList<SharedFile> Files { get; init; } = [];

    public Edit? Edited { get; init; }

    public IReadOnlyList<Reacted> Reactions { get; init; } = [];

    /// <summary>Who brought a member that joined.</summary>
    public string? Inviter { get; init; }

    /// <summary>The former and the new name of a channel.</summary>
    public (string Old, string New)? Renamed { get; init; }

    public bool IsReply => ThreadTs is not null;

    /// <summary>Shown in the channel itself: anything but a plain reply.</summary>
    public bool InChannel => ThreadTs is null || Subtype == "thread_broadcast";
}

/// <summary>What marks a bot's post.</summary>
/// <param name="BotId"><c>B…</c>.</param>
/// <param name="AppId">Null for an old webhook.</param>
/// <param name="PostsAs">A name of its own choice, which makes it a <c>bot_message</c>.</param>
internal sealed record BotMark(string BotId, string? AppId, string Name, string TeamId, string? PostsAs = null, string? Icon = null);

internal sealed record Edit(string User, string Ts);

internal sealed record Reacted(string Name, IReadOnlyList<string> Users);
