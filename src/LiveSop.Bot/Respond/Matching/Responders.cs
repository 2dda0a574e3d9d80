using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>Those who solve cases in a channel: who answered others there of late, the busiest first, and whoever was made a responder of its space.</summary>
internal static class Responders
{
    private const string Sql = """
        WITH able AS (
          SELECT m.user_id, r.role IS NOT NULL AS named FROM channel_members m JOIN people p ON p.workspace_id = $1 AND p.user_id = m.user_id
          LEFT JOIN space_roles r ON r.workspace_id = $1 AND r.space_id = $3 AND r.user_id = m.user_id AND r.role <> 'viewer'
          WHERE m.workspace_id = $1 AND m.channel_id = $2 AND NOT p.is_deleted AND p.standing <> 'app' AND m.user_id <> $4
            AND (r.role IS NOT NULL OR p.standing = 'member' AND $5)),
        answers AS (
          SELECT author_id, count(*) AS given FROM messages
          WHERE workspace_id = $1 AND channel_id = $2 AND posted_at > $6 AND thread_ts IS NOT NULL AND thread_ts <> ts AND author_id IS NOT NULL AND NOT is_app
            AND NOT EXISTS (SELECT FROM messages root WHERE root.workspace_id = $1 AND root.channel_id = $2 AND root.ts = messages.thread_ts AND root.author_id = messages.author_id)
          GROUP BY author_id)
        SELECT a.user_id FROM able a LEFT JOIN answers g ON g.author_id = a.user_id WHERE g.given > 0 OR a.named
        ORDER BY coalesce(g.given, 0) DESC, a.user_id LIMIT $7
        """;

    private static readonly TimeSpan OfLate = TimeSpan.FromDays(30);

    /// <param name="space">To which the channel belongs; in the default one every member is a responder.</param>
    /// <param name="limits">At most so many.</param>
    public static async Task<IReadOnlyList<UserId>> OfAsync(UnitOfWork unit, Request request, (SpaceId Id, bool IsDefault) space, WorkspaceId workspace, (DateTimeOffset Now, int Most) limits, CancellationToken stop) =>
        await unit.ReadAsync(Sql, row => new UserId(row.GetString(0)), stop, workspace.Value, request.Channel.Value, space.Id.Value, request.Requester.Value, space.IsDefault, limits.Now - OfLate, limits.Most);
}
