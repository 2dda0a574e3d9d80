namespace LiveSop.Bot.Tests.Manifest;

/// <summary>Slack's own tables: what its events are called, and which scope each event and each method wants.</summary>
internal static class SlackTables
{
    /// <summary>Our event types, and what Slack calls them when one subscribes.</summary>
    public static readonly Dictionary<string, string[]> EventNames = new(StringComparer.Ordinal)
    {
        ["MessagePosted"] = ["message.channels", "message.groups", "message.im"],
        ["MessageChanged"] = ["message.channels", "message.groups", "message.im"],
        ["MessageDeleted"] = ["message.channels", "message.groups", "message.im"],
        ["SystemNote"] = ["message.channels", "message.groups", "message.im"],
        ["AppMention"] = ["app_mention"],
        ["AppHomeOpened"] = ["app_home_opened"],
        ["MemberJoined"] = ["member_joined_channel"],
        ["MemberLeft"] = ["member_left_channel"],
        ["ReactionAdded"] = ["reaction_added"],
        ["ReactionRemoved"] = ["reaction_removed"],
        ["ChannelRenamed"] = ["channel_rename", "group_rename"],
        ["ChannelArchived"] = ["channel_archive", "group_archive"],
        ["ChannelUnarchived"] = ["channel_unarchive", "group_unarchive"],
        ["ChannelDeleted"] = ["channel_deleted", "group_deleted"],
        ["ChannelLeft"] = ["channel_left", "group_left"],
        ["ChannelIdChanged"] = ["channel_id_changed"],
        ["PersonChanged"] = ["team_join", "user_change"],
        ["AppUninstalled"] = ["app_uninstalled"],
        ["TokensRevoked"] = ["tokens_revoked"],
    };

    /// <summary>The bot scopes that an event wants; one that is not here wants none.</summary>
    public static readonly Dictionary<string, string[]> EventScopes = new(StringComparer.Ordinal)
    {
        ["app_mention"] = ["app_mentions:read"],
        ["channel_archive"] = ["channels:read"],
        ["channel_deleted"] = ["channels:read"],
        ["channel_id_changed"] = ["channels:read", "groups:read"],
        ["channel_left"] = ["channels:read"],
        ["channel_rename"] = ["channels:read"],
        ["channel_unarchive"] = ["channels:read"],
        ["group_archive"] = ["groups:read"],
        ["group_deleted"] = ["groups:read"],
        ["group_left"] = ["groups:read"],
        ["group_rename"] = ["groups:read"],
        ["group_unarchive"] = ["groups:read"],
        ["member_joined_channel"] = ["channels:read", "groups:read"],
        ["member_left_channel"] = ["channels:read", "groups:read"],
        ["message.channels"] = ["channels:history"],
        ["message.groups"] = ["groups:history"],
        ["message.im"] = ["im:history"],
        ["message.mpim"] = ["mpim:history"],
        ["reaction_added"] = ["reactions:read"],
        ["reaction_removed"] = ["reactions:read"],
        ["team_join"] = ["users:read"],
        ["user_change"] = ["users:read"],
    };

    /// <summary>Our calls, as the code writes them, and the bot scopes that they want: in public and private channels, which is where the bot reads.</summary>
    public static readonly Dictionary<string, string[]> CallScopes = new(StringComparer.Ordinal)
    {
        ["Apps.ConnectionsOpenAsync"] = [],
        ["Auth.TestAsync"] = [],
        ["Team.InfoAsync"] = ["team:read"],
        ["Conversations.ListAsync"] = ["channels:read", "groups:read"],
        ["Conversations.InfoAsync"] = ["channels:read", "groups:read"],
        ["Conversations.MembersAsync"] = ["channels:read", "groups:read"],
        ["Conversations.HistoryAsync"] = ["channels:history", "groups:history"],
        ["Conversations.RepliesAsync"] = ["channels:history", "groups:history"],
        ["Conversations.JoinAsync"] = ["channels:join"],
        ["Conversations.OpenAsync"] = ["im:write"],
        ["Users.ConversationsAsync"] = ["channels:read", "groups:read"],
        ["Users.InfoAsync"] = ["users:read"],
        ["Users.ListAsync"] = ["users:read"],
        ["Users.LookupByEmailAsync"] = ["users:read.email"],
        ["UserGroups.ListAsync"] = ["usergroups:read"],
        ["UserGroups.UsersListAsync"] = ["usergroups:read"],
        ["Chat.PostMessageAsync"] = ["chat:write"],
        ["Chat.UpdateAsync"] = ["chat:write"],
        ["Chat.DeleteAsync"] = ["chat:write"],
        ["Chat.PostEphemeralAsync"] = ["chat:write"],
        ["Chat.ScheduleMessageAsync"] = ["chat:write"],
        ["Chat.DeleteScheduledMessageAsync"] = ["chat:write"],
        ["Chat.GetPermalinkAsync"] = [],
        ["Views.OpenAsync"] = [],
        ["Views.PushAsync"] = [],
        ["Views.UpdateAsync"] = [],
        ["Views.UpdateExternalAsync"] = [],
        ["Views.PublishAsync"] = [],
        ["Reactions.AddAsync"] = ["reactions:write"],
        ["Reactions.RemoveAsync"] = ["reactions:write"],
        ["Files.ShareAsync"] = ["files:write"],
        ["Files.UploadAsync"] = ["files:write"],
        ["Files.ShowAsync"] = ["files:write"],
        ["Files.InfoAsync"] = ["files:read"],
        ["Files.DownloadAsync"] = ["files:read"],
    };
}
