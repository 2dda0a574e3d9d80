namespace LiveSop.Bot.Slack.Blocks;

/// <summary>One of the workspace's people.</summary>
internal sealed record UsersSelect(SlackAction Action) : Menu(Action)
{
    public UserId? InitialUser { get; init; }
}

internal sealed record MultiUsersSelect(SlackAction Action) : MultiMenu(Action)
{
    public IReadOnlyList<UserId>? InitialUsers { get; init; }
}

/// <summary>A public channel.</summary>
internal sealed record ChannelsSelect(SlackAction Action) : Menu(Action)
{
    public ChannelId? InitialChannel { get; init; }

    /// <summary>The submission brings an address to answer into that channel; only in a modal's input.</summary>
    public bool ResponseUrlEnabled { get; init; }
}

internal sealed record MultiChannelsSelect(SlackAction Action) : MultiMenu(Action)
{
    public IReadOnlyList<ChannelId>? InitialChannels { get; init; }
}

/// <summary>A channel, private ones that the person is in too, or a direct message.</summary>
internal sealed record ConversationsSelect(SlackAction Action) : Menu(Action)
{
    public ChannelId? InitialConversation { get; init; }

    public bool DefaultToCurrentConversation { get; init; }

    public ConversationFilter? Filter { get; init; }

    /// <inheritdoc cref="ChannelsSelect.ResponseUrlEnabled"/>
    public bool ResponseUrlEnabled { get; init; }
}

internal sealed record MultiConversationsSelect(SlackAction Action) : MultiMenu(Action)
{
    public IReadOnlyList<ChannelId>? InitialConversations { get; init; }

    public bool DefaultToCurrentConversation { get; init; }

    public ConversationFilter? Filter { get; init; }
}

/// <param name="Include">Kinds to offer; all unless set, and then at least one.</param>
internal sealed record ConversationFilter(IReadOnlyList<ConversationKind>? Include = null)
{
    public IReadOnlyList<ConversationKind>? Include { get; } = Include is null ? null : Limit.Count(Include, 1, 4, "filter.include");

    public bool ExcludeBotUsers { get; init; }

    public bool ExcludeExternalSharedChannels { get; init; }
}

internal enum ConversationKind
{
    Public,
    Private,
    Im,
    Mpim,
}
