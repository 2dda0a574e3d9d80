using System.Text.Json;
using static LiveSop.Bot.Slack.Payloads.SlackEvent;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>Events of type <c>message</c>: what they mean is in their subtype.</summary>
internal static class MessageEventReader
{
    public static SlackEvent Read(JsonElement it)
    {
        if (it.Channel("channel"u8) is not { } channel) return Lacking("channel");
        var subtype = it.Id("subtype"u8);
        return subtype switch
        {
            _ when SlackMessage.IsSpeechSubtype(subtype) => SlackMessage.Read(it) is { } message
                ? new MessagePosted(channel, it.Id("channel_type"u8), message)
                : Lacking("ts"),
            "message_changed" => Changed(it, channel),
            "message_deleted" => Deleted(it, channel),
            "channel_name" or "group_name" => it.Words("name"u8) is { Length: > 0 } name ? new ChannelRenamed(channel, name) : Lacking("name"),
            "channel_archive" or "group_archive" => new ChannelArchived(channel, it.User("user"u8)),
            "channel_unarchive" or "group_unarchive" => new ChannelUnarchived(channel, it.User("user"u8)),
            _ => new SystemNote(channel, subtype!, it.User("user"u8)),
        };
    }

    private static SlackEvent Changed(JsonElement it, ChannelId channel)
    {
        if (SlackMessage.Read(it.Get("message"u8)) is not { } message) return Lacking("message");
        var previous = SlackMessage.Read(it.Get("previous_message"u8));
        return message.IsTombstone
            ? new MessageDeleted(channel, message.Ts, previous)
            : new MessageChanged(channel, it.Id("channel_type"u8), message, previous);
    }

    private static SlackEvent Deleted(JsonElement it, ChannelId channel)
    {
        var previous = SlackMessage.Read(it.Get("previous_message"u8));
        return (it.Ts("deleted_ts"u8) ?? previous?.Ts) is { } ts ? new MessageDeleted(channel, ts, previous) : Lacking("deleted_ts");
    }

    private static UnknownEvent Lacking(string field) => new("message", field);
}
