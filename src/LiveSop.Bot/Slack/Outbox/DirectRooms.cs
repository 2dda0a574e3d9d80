using System.Collections.Concurrent;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>The conversations between single people and the bot. Slack gives one to each pair for good, so each is asked for once.</summary>
internal sealed class DirectRooms
{
    private readonly ConcurrentDictionary<(WorkspaceId Workspace, UserId User), ChannelId> known = new();

    /// <summary>The conversation with that person, made where there is none.</summary>
    public async Task<ChannelId> OfAsync(Connection slack, UserId user, CancellationToken stop)
    {
        var pair = (slack.Installation.Workspace, user);
        return known.TryGetValue(pair, out var room) ? room : known.GetOrAdd(pair, await slack.Api.Conversations.OpenAsync([user], stop));
    }
}
