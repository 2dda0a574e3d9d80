using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Matching;
using LiveSop.Domain.Memory;
using LiveSop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Recognising;

/// <summary>What there is to learn from in one space.</summary>
internal sealed record SpaceLessons(SpaceId Space, IReadOnlyList<SopId> Sops, Lessons Lessons);

/// <summary>
/// Gathers the requests of a workspace's procedures in force, from the cases that they were mined from and those that people confirmed, and what was said beside
/// them in the same channels. Needs the workspace's miner scope.
/// </summary>
internal static class GatherLessons
{
    private const int MostCases = 200;
    private const int MostUnrelated = 3_000;
    private const int FewCases = 20;

    /// <summary>What was said today may be a case that nobody has mined yet.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    // A case by its first message; the latest of each procedure.
    private const string Cases = """
        SELECT sop_id, text FROM (
          SELECT c.sop_id, m.text, row_number() OVER (PARTITION BY c.sop_id ORDER BY c.opened_at DESC, c.case_id) AS place
          FROM sop_cases c JOIN messages m ON m.workspace_id = $1 AND m.channel_id = c.place AND m.ts = split_part(c.case_id, ':', 2)
          WHERE c.workspace_id = $1 AND c.sop_id = ANY($2) AND m.deleted_at IS NULL AND m.text <> '') latest
        WHERE place <= $3 ORDER BY sop_id, place
        """;

    private const string Confirmed = """
        SELECT k.sop_id, m.text FROM matches k JOIN messages m ON m.workspace_id = $1 AND m.channel_id = k.channel_id AND m.ts = k.ts
        WHERE k.workspace_id = $1 AND k.sop_id = ANY($2) AND k.verdict = 'confirmed' AND m.deleted_at IS NULL AND m.text <> ''
          AND NOT EXISTS (SELECT FROM sop_cases c WHERE c.workspace_id = $1 AND c.sop_id = k.sop_id AND c.case_id = k.channel_id || ':' || k.ts)
        ORDER BY k.verdict_at DESC LIMIT $3
        """;

    // Messages that begin something, and that are no case of a procedure and were taken for none.
    private const string Unrelated = """
        SELECT m.text FROM messages m LEFT JOIN space_channels s ON s.workspace_id = $1 AND s.channel_id = m.channel_id
        WHERE m.workspace_id = $1 AND coalesce(s.space_id, $2) = $3 AND m.posted_at BETWEEN $4 AND $5 AND m.deleted_at IS NULL AND m.text <> '' AND NOT m.is_app
          AND (m.thread_ts IS NULL OR m.thread_ts = m.ts)
          AND NOT EXISTS (SELECT FROM sop_cases c WHERE c.workspace_id = $1 AND c.case_id = m.channel_id || ':' || m.ts)
          AND NOT EXISTS (SELECT FROM evidence e WHERE e.workspace_id = $1 AND e.place = m.channel_id AND e.ts = m.ts)
          AND NOT EXISTS (SELECT FROM matches k WHERE k.workspace_id = $1 AND k.channel_id = m.channel_id AND k.ts = m.ts AND k.sop_id IS NOT NULL AND k.verdict IS DISTINCT FROM 'rejected')
        ORDER BY m.posted_at DESC LIMIT $6
        """;

    public static async Task<IReadOnlyList<SpaceLessons>> OfAsync(UnitOfWork unit, WorkspaceId workspace, SpaceId usual, DateTimeOffset now, CancellationToken stop)
    {
        var sops = await unit.Db.Sops.AsNoTracking().Where(one => one.State == SopState.Published).OrderBy(one => one.Number).ToListAsync(stop);
        var languages = await unit.Db.Spaces.AsNoTracking().ToDictionaryAsync(one => one.SpaceId, one => one.Language, stop);
        var all = new List<SpaceLessons>();
        foreach (var space in sops.GroupBy(one => one.SpaceId))
            all.Add(await OfAsync(unit, workspace, (usual, space.Key, languages.GetValueOrDefault(space.Key)), [.. space], now, stop));
        return all;
    }

    private static async Task<SpaceLessons> OfAsync(
        UnitOfWork unit, WorkspaceId workspace, (SpaceId Usual, SpaceId Id, string? Language) space, IReadOnlyList<SopRow> sops, DateTimeOffset now, CancellationToken stop)
    {
        var classes = sops.Select((sop, number) => (sop.SopId.Value, number)).ToDictionary();
        var ids = classes.Keys.ToArray();
        var cases = await unit.ReadAsync(Cases, row => (row.GetGuid(0), row.GetString(1)), stop, workspace.Value, ids, MostCases);
        cases.AddRange(await unit.ReadAsync(Confirmed, row => (row.GetGuid(0), row.GetString(1)), stop, workspace.Value, ids, MostCases * ids.Length));
        var unrelated = await unit.ReadAsync(Unrelated, row => row.GetString(0), stop, workspace.Value, space.Usual.Value, space.Id.Value, now - Remembered, now - Fresh, MostUnrelated);
        var requests = cases.Select(one => (Text: RequestText.Of(one.Item2), Class: classes[one.Item1])).ToList();
        var share = (double)unrelated.Count / Math.Max(1, unrelated.Count + requests.Count);
        var others = unrelated.Select(RequestText.Of).ToList();
        var isEnglish = space.Language is { } language ? language == "en" : Tongue.IsEnglish(requests.Select(one => one.Text).Concat(others.Take(FewCases * FewCases)));
        requests.AddRange(await TriggersAsync(unit, sops, requests.CountBy(one => one.Class).ToDictionary(), stop));
        return new(space.Id, [.. sops.Select(one => one.SopId)], new(requests, others, sops.Count, share, isEnglish ? WordVectors.Shipped : null));
    }

    /// <summary>Of procedures that have few cases: what they say of themselves.</summary>
    private static async Task<List<(string Text, int Class)>> TriggersAsync(UnitOfWork unit, IReadOnlyList<SopRow> sops, Dictionary<int, int> counts, CancellationToken stop)
    {
        var said = new List<(string, int)>();
        foreach (var (number, sop) in sops.Index().Where(one => counts.GetValueOrDefault(one.Index) < FewCases))
        {
            var body = await unit.Db.SopVersions.AsNoTracking().Where(one => one.SopId == sop.SopId && one.Version == sop.Version).Select(one => one.Body).FirstOrDefaultAsync(stop);
            if (body is null) continue;
            var procedure = ProcedureFormat.Read(body);
            said.AddRange([(procedure.Title, number), (procedure.Trigger, number)]);
        }
        return said;
    }
}
