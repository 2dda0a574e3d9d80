using System.Text.Json;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>Which conversations to list.</summary>
internal sealed record ConversationFilter
{
    /// <summary>Of <c>public_channel</c>, <c>private_channel</c>, <c>mpim</c>, <c>im</c>: the scope of each is needed.</summary>
    public string Types { get; init; } = "public_channel,private_channel";

    public bool ExcludeArchived { get; init; } = true;

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 200;

    public Form ToForm() => new Form().With("types", Types).With("exclude_archived", ExcludeArchived).With("limit", Limit);
}

/// <summary>Which part of a channel or a thread to read.</summary>
internal sealed record HistoryRange
{
    /// <summary>Null for the beginning.</summary>
    public MessageTs? Oldest { get; init; }

    /// <summary>Null for now.</summary>
    public MessageTs? Latest { get; init; }

    /// <summary>Whether the two bounds belong to it.</summary>
    public bool Inclusive { get; init; }

    /// <summary>Messages in a page, at most 999.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>The <see cref="Page{T}.NextCursor"/> at which an earlier reading stopped.</summary>
    public string? Cursor { get; init; }

    public Form ToForm(ChannelId channel) => new Form()
        .With("channel", channel).With("oldest", Oldest).With("latest", Latest).With("inclusive", Inclusive ? true : null).With("limit", Limit)
        .With("include_all_metadata", true);
}

internal sealed class ConversationMethods(SlackApi api)
{
    private const int ReducedPage = 15;

    /// <summary>Whose calls <see cref="HistoryAsync"/> makes.</summary>
    public static SlackMethod History => SlackMethod.ConversationsHistory;

    /// <summary>Whose calls <see cref="RepliesAsync"/> makes.</summary>
    public static SlackMethod Replies => SlackMethod.ConversationsReplies;

    /// <summary>
    /// This installation may read one page of 15 messages a minute: what Slack grants an app that is distributed outside its marketplace.
    /// Known after the first page that shows it.
    /// </summary>
    public bool IsReduced { get; private set; }

    public IAsyncEnumerable<Page<SlackChannel>> ListAsync(ConversationFilter filter, CancellationToken cancellation = default) =>
        api.PagesAsync(new(SlackMethod.ConversationsList, filter.ToForm(), "channels"), SlackChannel.Read, filter.Cursor, cancellation);

    public async Task<SlackChannel> InfoAsync(ChannelId channel, CancellationToken cancellation = default) =>
        await ChannelAsync(SlackMethod.ConversationsInfo, new Form().With("channel", channel).With("include_num_members", true), cancellation);

    public IAsyncEnumerable<Page<string>> MembersAsync(ChannelId channel, string? cursor = null, CancellationToken cancellation = default) =>
        api.PagesAsync(
            new(SlackMethod.ConversationsMembers, new Form().With("channel", channel).With("limit", 200), "members"), SlackJson.Id, cursor, cancellation);

    /// <summary>Newest first, without the replies in threads. The bot must be in the channel.</summary>
    public IAsyncEnumerable<Page<SlackMessage>> HistoryAsync(ChannelId channel, HistoryRange range, CancellationToken cancellation = default) =>
        MessagesAsync(SlackMethod.ConversationsHistory, range.ToForm(channel), range, cancellation);

    /// <summary>Oldest first; the thread's first message is among them.</summary>
    public IAsyncEnumerable<Page<SlackMessage>> RepliesAsync(ChannelId channel, MessageTs thread, HistoryRange range, CancellationToken cancellation = default) =>
        MessagesAsync(SlackMethod.ConversationsReplies, range.ToForm(channel).With("ts", thread), range, cancellation);

    /// <summary>How long the rate limit would keep a page of history waiting now.</summary>
    public TimeSpan HistoryWait => api.Ahead(SlackMethod.ConversationsHistory);

    /// <summary>How long the rate limit would keep a page of replies waiting now.</summary>
    public TimeSpan RepliesWait => api.Ahead(SlackMethod.ConversationsReplies);

    /// <summary>How many pages of replies could be asked for now without waiting.</summary>
    public int RepliesReady => api.Ready(SlackMethod.ConversationsReplies);

    /// <summary>Public channels only.</summary>
    public async Task<SlackChannel> JoinAsync(ChannelId channel, CancellationToken cancellation = default) =>
        await ChannelAsync(SlackMethod.ConversationsJoin, new Form().With("channel", channel), cancellation);

    /// <summary>The conversation with these people, made where there is none.</summary>
    /// <param name="users">One, or up to eight.</param>
    public async Task<ChannelId> OpenAsync(IEnumerable<UserId> users, CancellationToken cancellation = default) =>
        (await ChannelAsync(SlackMethod.ConversationsOpen, new Form().With("users", string.Join(',', users)), cancellation)).Id;

    private async Task<SlackChannel> ChannelAsync(SlackMethod method, Form arguments, CancellationToken cancellation) =>
        SlackChannel.Read((await api.CallAsync(method, arguments, cancellation)).Body.Get("channel"u8))
            ?? throw new SlackCallException(method, new SlackFailure.Unknown(), "no_channel");

    private IAsyncEnumerable<Page<SlackMessage>> MessagesAsync(SlackMethod method, Form arguments, HistoryRange range, CancellationToken cancellation) =>
        api.PagesAsync(new(method, arguments, "messages", body => Notice(body, range.Limit)), SlackMessage.Read, range.Cursor, cancellation);

    // Any page may be short; exactly 15 of a larger number asked for, with more to come, is the mark of the reduced tier.
    private void Notice(JsonElement body, int asked)
    {
        if (IsReduced || asked <= ReducedPage || !body.Flag("has_more"u8)) return;
        if (body.Get("messages"u8) is not { ValueKind: JsonValueKind.Array } messages || messages.GetArrayLength() != ReducedPage) return;
        IsReduced = true;
        api.Reduce(SlackMethod.ConversationsHistory, Allowance.Tier1);
        api.Reduce(SlackMethod.ConversationsReplies, Allowance.Tier1);
    }
}
