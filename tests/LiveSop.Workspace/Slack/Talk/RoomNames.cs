namespace LiveSop.Workspace.Slack.Talk;

/// <summary>What Slack calls the kinds of conversations, which differs from place to place.</summary>
internal static class RoomNames
{
    /// <summary>As <c>channel_type</c> of a message.</summary>
    public static string ChannelType(this RoomKind kind) => kind switch
    {
        RoomKind.Public => "channel",
        RoomKind.Private => "group",
        RoomKind.Direct => "im",
        _ => "mpim",
    };

    /// <summary>As <c>types</c> of a list.</summary>
    public static string ListType(this RoomKind kind) => kind switch
    {
        RoomKind.Public => "public_channel",
        RoomKind.Private => "private_channel",
        RoomKind.Direct => "im",
        _ => "mpim",
    };

    /// <summary>As the family of scopes: <c>channels:history</c>.</summary>
    public static string Family(this RoomKind kind) => kind switch
    {
        RoomKind.Public => "channels",
        RoomKind.Private => "groups",
        RoomKind.Direct => "im",
        _ => "mpim",
    };

    /// <summary>The event to subscribe to for its messages.</summary>
    public static string MessageEvent(this RoomKind kind) => kind switch
    {
        RoomKind.Public => "message.channels",
        RoomKind.Private => "message.groups",
        RoomKind.Direct => "message.im",
        _ => "message.mpim",
    };

    /// <summary>Before events and subtypes about a channel: <c>channel_rename</c>, <c>group_rename</c>.</summary>
    public static string NotePrefix(this RoomKind kind) => kind == RoomKind.Private ? "group" : "channel";
}
