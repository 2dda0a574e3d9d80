using System.Text.Json;
using LiveSop.Bot.Slack.Markup;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>
/// An item of a day's file. Only what a message is made of is typed; the rest is kept as JSON and looked at with forgiveness,
/// since its shape differs between years and plans.
/// </summary>
internal sealed record ExportMessage
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? Username { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? ReplyCount { get; init; }

    public string? DeletedTs { get; init; }

    public JsonElement UserProfile { get; init; }

    public JsonElement BotProfile { get; init; }

    public JsonElement Edited { get; init; }

    public JsonElement Blocks { get; init; }

    public JsonElement Attachments { get; init; }

    public JsonElement Files { get; init; }

    /// <summary>The single file of exports made before 2019.</summary>
    public JsonElement File { get; init; }

    /// <summary>What was said about a file, in the same old exports.</summary>
    public JsonElement Comment { get; init; }

    /// <summary>Of <c>message_changed</c>: the message as it reads after the edit.</summary>
    public JsonElement Message { get; init; }

    public JsonElement PreviousMessage { get; init; }

    /// <summary>Null where the message stands in no thread. A parent names itself.</summary>
    public string? Thread => !string.IsNullOrEmpty(ThreadTs) ? ThreadTs
        : ReplyCount is { Length: > 0 } and not "0" ? Ts
        : null;

    /// <summary>When the text was last touched; empty where it never was.</summary>
    public string EditedTs => Edited.Text("ts") ?? "";

    /// <summary>What people or apps said, as opposed to what Slack noted.</summary>
    public bool IsSpeech => Type is null or "message" && SlackMessage.IsSpeechSubtype(Subtype);

    /// <summary>In old exports a comment on a file is the message, and the file is not shown again.</summary>
    public Said Said => Subtype != "file_comment" ? new(Text, Blocks, Attachments, [.. SlackFile.All(Files), .. OldFile])
        : new(Comment.Text("comment") is { Length: > 0 } comment ? comment : Text, Blocks, Attachments, []);

    private IEnumerable<SlackFile> OldFile => File.ValueKind == JsonValueKind.Object ? [SlackFile.Read(File)] : [];
}
