using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

internal readonly record struct UserMethods(SlackApi Api)
{
    /// <summary>The cheapest way to know where somebody is a member.</summary>
    /// <param name="user">Null for the bot.</param>
    public IAsyncEnumerable<Page<SlackChannel>> ConversationsAsync(ConversationFilter filter, UserId? user = null, CancellationToken cancellation = default) =>
        Api.PagesAsync(new(SlackMethod.UsersConversations, filter.ToForm().With("user", user), "channels"), SlackChannel.Read, filter.Cursor, cancellation);

    public async Task<SlackUser> InfoAsync(UserId user, CancellationToken cancellation = default) =>
        User(SlackMethod.UsersInfo, await Api.CallAsync(SlackMethod.UsersInfo, new Form().With("user", user), cancellation));

    public IAsyncEnumerable<Page<SlackUser>> ListAsync(string? cursor = null, CancellationToken cancellation = default) =>
        Api.PagesAsync(new(SlackMethod.UsersList, new Form().With("limit", 200), "members"), SlackUser.Read, cursor, cancellation);

    public async Task<SlackUser> LookupByEmailAsync(string email, CancellationToken cancellation = default) =>
        User(SlackMethod.UsersLookupByEmail, await Api.CallAsync(SlackMethod.UsersLookupByEmail, new Form().With("email", email), cancellation));

    private static SlackUser User(SlackMethod method, SlackAnswer answer) => SlackUser.Read(answer.Body.Get("user"u8))
        ?? throw new SlackCallException(method, new SlackFailure.Unknown(), "no_user");
}
