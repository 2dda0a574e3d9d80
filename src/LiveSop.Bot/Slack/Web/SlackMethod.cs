namespace LiveSop.Bot.Slack.Web;

/// <summary>A method of Slack's Web API.</summary>
/// <param name="Name">As in its address: <c>chat.postMessage</c>.</param>
/// <param name="Allowance">How often a workspace may call it.</param>
internal sealed record SlackMethod(string Name, Allowance Allowance)
{
    /// <summary>It changes nothing, so that asking twice does no harm.</summary>
    public bool IsRead { get; private init; }

    /// <summary>It puts a message into a channel, where the channel's own limit counts too.</summary>
    public bool IsPost { get; private init; }

    /// <summary>It wants the app's token rather than the bot's.</summary>
    public bool IsForApp { get; private init; }

    // Repeated by the sockets themselves, which know how urgent it is.
    public static readonly SlackMethod AppsConnectionsOpen = Write("apps.connections.open", Allowance.Tier3) with { IsForApp = true };
    public static readonly SlackMethod AuthTest = Read("auth.test", Allowance.Special);
    public static readonly SlackMethod TeamInfo = Read("team.info", Allowance.Tier3);

    public static readonly SlackMethod ConversationsList = Read("conversations.list", Allowance.Tier2);
    public static readonly SlackMethod ConversationsInfo = Read("conversations.info", Allowance.Tier3);
    public static readonly SlackMethod ConversationsMembers = Read("conversations.members", Allowance.Tier4);
    public static readonly SlackMethod ConversationsHistory = Read("conversations.history", Allowance.Tier3);
    public static readonly SlackMethod ConversationsReplies = Read("conversations.replies", Allowance.Tier3);
    public static readonly SlackMethod ConversationsJoin = Write("conversations.join", Allowance.Tier3);
    public static readonly SlackMethod ConversationsOpen = Write("conversations.open", Allowance.Tier3);

    public static readonly SlackMethod UsersConversations = Read("users.conversations", Allowance.Tier3);
    public static readonly SlackMethod UsersInfo = Read("users.info", Allowance.Tier4);
    public static readonly SlackMethod UsersList = Read("users.list", Allowance.Tier2);
    public static readonly SlackMethod UsersLookupByEmail = Read("users.lookupByEmail", Allowance.Tier3);
    public static readonly SlackMethod UserGroupsList = Read("usergroups.list", Allowance.Tier2);
    public static readonly SlackMethod UserGroupsUsersList = Read("usergroups.users.list", Allowance.Tier2);

    public static readonly SlackMethod ChatPostMessage = Write("chat.postMessage", Allowance.Posting) with { IsPost = true };
    public static readonly SlackMethod ChatUpdate = Write("chat.update", Allowance.Tier3);
    public static readonly SlackMethod ChatDelete = Write("chat.delete", Allowance.Tier3);
    public static readonly SlackMethod ChatPostEphemeral = Write("chat.postEphemeral", Allowance.Tier4);
    public static readonly SlackMethod ChatScheduleMessage = Write("chat.scheduleMessage", Allowance.Tier3);
    public static readonly SlackMethod ChatDeleteScheduledMessage = Write("chat.deleteScheduledMessage", Allowance.Tier3);
    public static readonly SlackMethod ChatGetPermalink = Read("chat.getPermalink", Allowance.Special);

    public static readonly SlackMethod ViewsOpen = Write("views.open", Allowance.Tier4);
    public static readonly SlackMethod ViewsPush = Write("views.push", Allowance.Tier4);
    public static readonly SlackMethod ViewsUpdate = Write("views.update", Allowance.Tier4);
    public static readonly SlackMethod ViewsPublish = Write("views.publish", Allowance.Tier4);

    public static readonly SlackMethod ReactionsAdd = Write("reactions.add", Allowance.Tier3);
    public static readonly SlackMethod ReactionsRemove = Write("reactions.remove", Allowance.Tier2);

    public static readonly SlackMethod FilesGetUploadUrlExternal = Write("files.getUploadURLExternal", Allowance.Tier4);
    public static readonly SlackMethod FilesCompleteUploadExternal = Write("files.completeUploadExternal", Allowance.Tier4);
    public static readonly SlackMethod FilesInfo = Read("files.info", Allowance.Tier4);

    public override string ToString() => Name;

    private static SlackMethod Read(string name, Allowance allowance) => new(name, allowance) { IsRead = true };

    private static SlackMethod Write(string name, Allowance allowance) => new(name, allowance);
}
