using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>What an inbox needs to know of an envelope before it acknowledges it.</summary>
/// <param name="Key">The same for what is to be handled once within a workspace. At most 255 printable ASCII characters.</param>
/// <param name="Lane">The same for what is to be handled in order: the channel, else the person, else the workspace. As printable as the key.</param>
/// <param name="Workspace">Null where Slack left it out.</param>
/// <param name="IsMention">The bot is named. A message and its mention share a key, and only one of them says so.</param>
internal readonly record struct Address(string Key, string Lane, WorkspaceId? Workspace, bool IsMention);

/// <summary>Reads no more of an envelope than its <see cref="Address"/>: this stands between every event and its acknowledgement.</summary>
internal static class Addressing
{
    private const int LongestKey = 255;

    /// <summary>The key of a message, whatever news of it comes.</summary>
    public static string KeyOf(ChannelId channel, MessageTs ts) => Key("m", channel.Value, ts.Value);

    public static Address Of(Envelope envelope)
    {
        var payload = envelope.Payload;
        return payload.Get("event"u8) is { ValueKind: JsonValueKind.Object } inner && envelope.Type == "events_api"
            ? OfEvent(envelope, payload, inner)
            : OfInteraction(envelope, payload);
    }

    private static Address OfInteraction(Envelope envelope, JsonElement payload)
    {
        var workspace = payload.Workspace("team"u8) ?? payload.Workspace("team_id"u8) ?? payload.Get("user"u8).Workspace("team_id"u8);
        var channel = payload.Channel("channel"u8) ?? payload.Channel("channel_id"u8) ?? payload.Get("container"u8).Channel("channel_id"u8);
        var user = payload.User("user"u8) ?? payload.User("user_id"u8);
        return new Address(Key("env", payload.Id("trigger_id"u8) ?? envelope.Id), Lane(channel, user, workspace), workspace, IsMention: false);
    }

    private static Address OfEvent(Envelope envelope, JsonElement payload, JsonElement inner)
    {
        var workspace = SlackPayload.WorkspaceOf(payload);
        var channel = inner.Channel("channel"u8) ?? inner.Get("item"u8).Channel("channel"u8) ?? inner.Channel("old_channel_id"u8);
        var type = inner.Id("type"u8);
        var key = (channel, type) switch
        {
            ({ } where, "message") => MessageKey(where, inner),
            ({ } where, "app_mention") => MentionKey(where, inner),
            _ => null,
        };
        return new Address(
            key ?? (payload.Id("event_id"u8) is { } id ? Key("ev", id) : Key("env", envelope.Id)),
            Lane(channel, inner.User("user"u8), workspace),
            workspace,
            IsMention: type == "app_mention");
    }

    private static string? MessageKey(ChannelId channel, JsonElement inner) => inner.Id("subtype"u8) switch
    {
        "message_changed" => ChangeKey(channel, inner.Get("message"u8)),
        "message_deleted" => (inner.Ts("deleted_ts"u8) ?? inner.Get("previous_message"u8).Ts("ts"u8)) is { } deleted
            ? Key("d", channel.Value, deleted.Value)
            : null,
        var subtype when SlackMessage.IsSpeechSubtype(subtype) => PostKey(channel, inner),
        _ => null,
    };

    // Slack marks a parent that has replies as deleted by changing it into a tombstone.
    private static string? ChangeKey(ChannelId channel, JsonElement message) => message.Ts("ts"u8) is not { } ts ? null
        : message.Id("subtype"u8) == "tombstone" ? Key("d", channel.Value, ts.Value)
        : EditKey(channel, ts, message);

    // An edit that names the bot comes as a mention too, with the stamp of the edit.
    private static string? MentionKey(ChannelId channel, JsonElement message) =>
        message.Ts("ts"u8) is { } ts && EditKey(channel, ts, message) is { } edit ? edit : PostKey(channel, message);

    private static string? PostKey(ChannelId channel, JsonElement message) => message.Ts("ts"u8) is { } ts ? KeyOf(channel, ts) : null;

    private static string? EditKey(ChannelId channel, MessageTs ts, JsonElement message) =>
        message.Get("edited"u8).Ts("ts"u8) is { } edited ? Key("e", channel.Value, ts.Value, edited.Value) : null;

    private static string Lane(ChannelId? channel, UserId? user, WorkspaceId? workspace) =>
        Key("", channel?.Value ?? user?.Value ?? workspace?.Value ?? "workspace")[1..];

    // What Slack never sends is hashed rather than repaired, so that different things stay different.
    private static string Key(string kind, params ReadOnlySpan<string> parts)
    {
        var plain = kind.Length;
        foreach (var part in parts) plain = IsPlain(part) ? plain + 1 + part.Length : LongestKey + 1;
        if (plain <= LongestKey) return string.Join(':', [kind, .. parts]);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(Encoding.UTF8.GetBytes($"{part.Length}:{part}"));
        return $"{kind}:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static bool IsPlain(string part) => part.Length > 0 && !part.AsSpan().ContainsAnyExceptInRange('!', '~') && !part.Contains(':');
}
