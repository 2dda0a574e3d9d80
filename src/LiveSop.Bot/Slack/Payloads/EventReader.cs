using System.Text.Json;
using static LiveSop.Bot.Slack.Payloads.SlackEvent;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>The inner <c>event</c> of an event callback, by its type.</summary>
internal static class EventReader
{
    public static SlackEvent Read(JsonElement it)
    {
        var type = it.Id("type"u8) ?? "unnamed";
        return type switch
        {
            "message" => MessageEventReader.Read(it),
            "app_mention" => Mention(it),
            "app_home_opened" => it.User("user"u8) is { } user
                ? new AppHomeOpened(user, it.Channel("channel"u8), it.Id("tab"u8) ?? "home")
                : Lacking(type, "user"),
            "reaction_added" or "reaction_removed" => Reaction(it, type),
            "team_join" or "user_change" => SlackUser.Read(it.Get("user"u8)) is { } person ? new PersonChanged(person) : Lacking(type, "user"),
            "channel_id_changed" => IdChange(it, type),
            "app_uninstalled" => new AppUninstalled(),
            "tokens_revoked" => new TokensRevoked(),
            _ => it.Channel("channel"u8) is { } channel ? OfChannel(it, type, channel) : Lacking(type, "channel"),
        };
    }

    private static SlackEvent OfChannel(JsonElement it, string type, ChannelId channel) => type switch
    {
        "member_joined_channel" => it.User("user"u8) is { } user ? new MemberJoined(channel, user, it.User("inviter"u8)) : Lacking(type, "user"),
        "member_left_channel" => it.User("user"u8) is { } user ? new MemberLeft(channel, user) : Lacking(type, "user"),
        "channel_rename" or "group_rename" => it.Get("channel"u8).Words("name"u8) is { Length: > 0 } name
            ? new ChannelRenamed(channel, name)
            : Lacking(type, "name"),
        "channel_archive" or "group_archive" => new ChannelArchived(channel, it.User("user"u8)),
        "channel_unarchive" or "group_unarchive" => new ChannelUnarchived(channel, it.User("user"u8)),
        "channel_deleted" or "group_deleted" => new ChannelDeleted(channel),
        "channel_left" or "group_left" => new ChannelLeft(channel),
        _ => new UnknownEvent(type),
    };

    private static SlackEvent Mention(JsonElement it) => (it.Channel("channel"u8), SlackMessage.Read(it)) switch
    {
        ({ } channel, { } message) => new AppMention(channel, message),
        (null, _) => Lacking("app_mention", "channel"),
        _ => Lacking("app_mention", "ts"),
    };

    private static SlackEvent Reaction(JsonElement it, string type)
    {
        var item = it.Get("item"u8);
        if (item.Channel("channel"u8) is not { } channel || item.Ts("ts"u8) is not { } message) return Lacking(type, "message");
        if (it.User("user"u8) is not { } user || it.Id("reaction"u8) is not { } reaction) return Lacking(type, "user or reaction");
        return type == "reaction_added" ? new ReactionAdded(channel, message, user, reaction) : new ReactionRemoved(channel, message, user, reaction);
    }

    private static SlackEvent IdChange(JsonElement it, string type) =>
        it.Channel("old_channel_id"u8) is { } old && it.Channel("new_channel_id"u8) is { } renewed
            ? new ChannelIdChanged(old, renewed)
            : Lacking(type, "channel");

    private static UnknownEvent Lacking(string type, string field) => new(type, field);
}
