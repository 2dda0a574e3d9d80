namespace LiveSop.Bot.Slack.Payloads;

/// <summary>Something that happened in a workspace. <see cref="EventReader"/> makes it.</summary>
internal abstract record SlackEvent
{
    private SlackEvent()
    {
    }

    /// <summary>Somebody, or a program, said something: also a shared file, or a reply that the channel sees too.</summary>
    /// <param name="ChannelType"><c>channel</c>, <c>group</c>, <c>im</c>, <c>mpim</c>, <c>app_home</c>.</param>
    internal sealed record MessagePosted(ChannelId Channel, string? ChannelType, SlackMessage Message) : SlackEvent;

    /// <summary>A message reads differently now, or Slack added something to it.</summary>
    /// <param name="Message">As it is now; its <c>Ts</c> is the message's own.</param>
    internal sealed record MessageChanged(ChannelId Channel, string? ChannelType, SlackMessage Message, SlackMessage? Previous) : SlackEvent
    {
        /// <summary>False where only Slack touched it, for instance to show the preview of a link.</summary>
        public bool IsEdit => Message.EditedTs is not null
            && (Previous is null || Previous.Text != Message.Text || !Previous.Blocks.IsLike(Message.Blocks));
    }

    internal sealed record MessageDeleted(ChannelId Channel, MessageTs DeletedTs, SlackMessage? Previous) : SlackEvent;

    /// <summary>The bot was named. The same message comes as <see cref="MessagePosted"/> too, under another event id.</summary>
    internal sealed record AppMention(ChannelId Channel, SlackMessage Message) : SlackEvent;

    /// <summary>Fires for the bot itself as well.</summary>
    internal sealed record MemberJoined(ChannelId Channel, UserId User, UserId? Inviter) : SlackEvent;

    internal sealed record MemberLeft(ChannelId Channel, UserId User) : SlackEvent;

    /// <param name="Reaction">The emoji's name, without colons.</param>
    internal sealed record ReactionAdded(ChannelId Channel, MessageTs Message, UserId User, string Reaction) : SlackEvent;

    internal sealed record ReactionRemoved(ChannelId Channel, MessageTs Message, UserId User, string Reaction) : SlackEvent;

    internal sealed record ChannelRenamed(ChannelId Channel, string Name) : SlackEvent;

    internal sealed record ChannelArchived(ChannelId Channel, UserId? By) : SlackEvent;

    internal sealed record ChannelUnarchived(ChannelId Channel, UserId? By) : SlackEvent;

    internal sealed record ChannelDeleted(ChannelId Channel) : SlackEvent;

    internal sealed record ChannelIdChanged(ChannelId Old, ChannelId New) : SlackEvent;

    /// <summary>The bot is no longer in the channel.</summary>
    internal sealed record ChannelLeft(ChannelId Channel) : SlackEvent;

    /// <summary>Somebody is new, or has another name, time zone or standing.</summary>
    internal sealed record PersonChanged(SlackUser Person) : SlackEvent;

    /// <param name="Channel">The conversation between that person and the bot.</param>
    /// <param name="Tab"><c>home</c> or <c>messages</c>.</param>
    internal sealed record AppHomeOpened(UserId User, ChannelId? Channel, string Tab) : SlackEvent;

    internal sealed record AppUninstalled : SlackEvent;

    internal sealed record TokensRevoked : SlackEvent;

    /// <summary>What Slack writes into a channel itself: somebody joined, the topic is new. Nobody said it.</summary>
    internal sealed record SystemNote(ChannelId Channel, string Subtype, UserId? User) : SlackEvent;

    /// <param name="Missing">What a known event lacks to mean anything; null where the event itself is unknown.</param>
    internal sealed record UnknownEvent(string Type, string? Missing = null) : SlackEvent;
}
