using System.Text.Json;
using LiveSop.Bot.Slack.Markup;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>A message as Slack shows it in events, in histories and under clicks. Its channel stands outside it.</summary>
internal sealed record SlackMessage
{
    public required MessageTs Ts { get; init; }

    /// <summary>The thread's first message, which may be this one; null where it stands in no thread.</summary>
    public MessageTs? ThreadTs { get; init; }

    /// <summary>Null for ordinary messages, and for bots that post with a modern token.</summary>
    public string? Subtype { get; init; }

    /// <summary>Who posted; of a modern bot its user; null for webhooks and old integrations.</summary>
    public UserId? User { get; init; }

    /// <summary>Present on whatever a program posted.</summary>
    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public string? BotName { get; init; }

    /// <summary>In Slack's markup, escaped; empty where the words are in <see cref="Blocks"/> or <see cref="Attachments"/>.</summary>
    public string Text { get; init; } = "";

    /// <summary>When a person last edited it; Slack's own changes, such as previews of links, do not count.</summary>
    public MessageTs? EditedTs { get; init; }

    /// <summary>On a thread's first message as histories show it.</summary>
    public int ReplyCount { get; init; }

    /// <summary>On a thread's first message as histories show it; null where it has no replies.</summary>
    public MessageTs? LatestReply { get; init; }

    public string? MetadataEventType { get; init; }

    /// <summary>The <c>id</c> in the metadata's payload: what our own posts are found again by.</summary>
    public string? MetadataId { get; init; }

    public JsonElement Blocks { get; init; }

    public JsonElement Attachments { get; init; }

    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    public bool IsReply => ThreadTs is { } thread && thread != Ts;

    /// <summary>What people or programs said, as opposed to what Slack noted.</summary>
    public bool IsSpeech => IsSpeechSubtype(Subtype);

    /// <summary>What Slack leaves in place of a deleted message that has replies.</summary>
    public bool IsTombstone => Subtype == "tombstone";

    public Said Said => new(Text, Blocks, Attachments, Files);

    /// <summary>Null where it has no <c>ts</c>, and so no identity.</summary>
    public static SlackMessage? Read(JsonElement message)
    {
        if (message.Ts("ts"u8) is not { } ts) return null;
        var bot = message.Get("bot_profile"u8);
        var metadata = message.Get("metadata"u8);
        return new SlackMessage
        {
            Ts = ts,
            ThreadTs = message.Ts("thread_ts"u8),
            Subtype = message.Id("subtype"u8),
            User = message.User("user"u8),
            BotId = message.Id("bot_id"u8),
            AppId = message.Id("app_id"u8) ?? bot.Id("app_id"u8),
            BotName = message.Words("username"u8) ?? bot.Words("name"u8),
            Text = message.Words("text"u8) ?? "",
            EditedTs = message.Get("edited"u8).Ts("ts"u8),
            ReplyCount = message.Number("reply_count"u8) is > 0 and <= int.MaxValue and var count ? (int)count : 0,
            LatestReply = message.Ts("latest_reply"u8),
            MetadataEventType = metadata.Id("event_type"u8),
            MetadataId = metadata.Get("event_payload"u8).Id("id"u8),
            Blocks = message.Get("blocks"u8),
            Attachments = message.Get("attachments"u8),
            Files = SlackFile.All(message.Get("files"u8)),
        };
    }

    public static bool IsSpeechSubtype(string? subtype) => subtype is null or "" or "bot_message" or "me_message" or "thread_broadcast"
        or "reply_broadcast" or "file_share" or "file_comment" or "file_mention" or "slackbot_response";

    // Logs show this: ids, never words.
    public override string ToString() => $"message {Ts}";
}
