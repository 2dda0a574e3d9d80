using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Matching;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>What decides whether a procedure may be shown in a channel.</summary>
/// <param name="MayAllRead">Every member of the channel, guests aside, may read the procedure.</param>
/// <param name="IsRepeated">The same requester was shown it there within the last hour.</param>
internal sealed record SopFacts(bool IsPublished, bool IsMuted, bool MayAllRead, bool IsRepeated, Trust Trust)
{
    // As the policies of row security read, for all members of a channel at once.
    private const string Sql = """
        WITH members AS (
          SELECT m.user_id FROM channel_members m JOIN people p ON p.workspace_id = $1 AND p.user_id = m.user_id
          WHERE m.workspace_id = $1 AND m.channel_id = $3 AND p.standing = 'member' AND NOT p.is_deleted),
        verdicts AS (
          SELECT verdict, rejected_sop_id = $2 AS rejected, sop_id = $2 AS own, verdict_at FROM matches
          WHERE workspace_id = $1 AND verdict IS NOT NULL AND (sop_id = $2 OR rejected_sop_id = $2))
        SELECT s.state = 'published', s.muted_at IS NOT NULL,
          CASE s.audience
            WHEN 'workspace' THEN true
            WHEN 'space' THEN (SELECT is_default FROM spaces WHERE workspace_id = $1 AND space_id = s.space_id)
              OR NOT EXISTS (SELECT FROM members m WHERE NOT EXISTS (SELECT FROM space_roles r WHERE r.workspace_id = $1 AND r.space_id = s.space_id AND r.user_id = m.user_id))
            ELSE EXISTS (SELECT FROM sop_sources o WHERE o.workspace_id = $1 AND o.sop_id = $2)
              AND NOT EXISTS (SELECT FROM sop_sources o WHERE o.workspace_id = $1 AND o.sop_id = $2 AND o.place <> $3
                AND NOT EXISTS (SELECT FROM channels c WHERE c.workspace_id = $1 AND c.channel_id = o.place AND c.kind = 'public')
                AND NOT EXISTS (SELECT FROM spaces t WHERE t.workspace_id = $1 AND o.place = 'space:' || t.space_id AND t.is_default)
                AND EXISTS (SELECT FROM members m WHERE NOT EXISTS (SELECT FROM channel_members x WHERE x.workspace_id = $1 AND x.channel_id = o.place AND x.user_id = m.user_id)
                  AND NOT EXISTS (SELECT FROM space_roles r WHERE r.workspace_id = $1 AND o.place = 'space:' || r.space_id AND r.user_id = m.user_id)))
          END,
          EXISTS (SELECT FROM matches k WHERE k.workspace_id = $1 AND k.channel_id = $3 AND k.sop_id = $2 AND k.requester_id = $4 AND k.ts <> $5 AND k.shown_at > $6),
          (SELECT count(*)::int FROM verdicts WHERE own AND verdict = 'confirmed'), (SELECT count(*)::int FROM verdicts WHERE rejected),
          (SELECT count(*)::int FROM verdicts WHERE rejected
            AND verdict_at > greatest((SELECT max(verdict_at) FROM verdicts WHERE own AND verdict = 'confirmed'), s.unmuted_at, '-infinity'::timestamptz))
        FROM sops s WHERE s.workspace_id = $1 AND s.sop_id = $2
        """;

    /// <param name="request">Whose thread it would be shown in.</param>
    /// <returns>Null where it is not there any more.</returns>
    public static async Task<SopFacts?> OfAsync(UnitOfWork unit, WorkspaceId workspace, SopId sop, Request request, DateTimeOffset now, CancellationToken stop)
    {
        var found = await unit.ReadAsync(Sql, row => new SopFacts(row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3), new(row.GetInt32(4), row.GetInt32(5), row.GetInt32(6))),
            stop, workspace.Value, sop.Value, request.Channel.Value, request.Requester.Value, request.Ts.Value, now.AddHours(-1));
        return found is [var only] ? only : null;
    }
}
