using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Forgetting;

/// <summary>What was derived from single messages goes with them: the evidence that they were, the cases that they opened.</summary>
internal static class Traces
{
    private const string Gone = "SELECT t.place, t.ts FROM unnest($2::text[], $3::text[]) AS t (place, ts)";

    private const string EvidenceOf = $"""
        DELETE FROM evidence e USING ({Gone}) AS gone
        WHERE e.workspace_id = $1 AND (e.place = gone.place AND e.ts = gone.ts OR e.case_id = gone.place || ':' || gone.ts)
        RETURNING e.sop_id
        """;

    private const string CasesOf = $"DELETE FROM sop_cases c USING ({Gone}) AS gone WHERE c.workspace_id = $1 AND c.case_id = gone.place || ':' || gone.ts RETURNING c.sop_id";

    /// <returns>The drafts that nobody approved and that have lost their last case thereby.</returns>
    public static async Task<IReadOnlyList<DraftId>> ForgetAsync(UnitOfWork unit, WorkspaceId workspace, IReadOnlyCollection<(ChannelId Channel, MessageTs Ts)> messages, CancellationToken stop)
    {
        if (messages.Count == 0) return [];
        var (places, times) = (messages.Select(one => one.Channel.Value).ToArray(), messages.Select(one => one.Ts.Value).ToArray());
        await unit.ReadAsync(EvidenceOf, row => row.GetGuid(0), stop, workspace.Value, places, times);
        var poorer = await unit.ReadAsync(CasesOf, row => row.GetGuid(0), stop, workspace.Value, places, times);
        if (poorer.Count == 0) return [];
        return await unit.ReadAsync("""
            SELECT d.draft_id FROM drafts d WHERE d.workspace_id = $1 AND d.sop_id = ANY($2)
              AND NOT EXISTS (SELECT FROM sop_cases c WHERE c.workspace_id = $1 AND c.sop_id = d.sop_id)
              AND NOT EXISTS (SELECT FROM sop_versions v WHERE v.workspace_id = $1 AND v.sop_id = d.sop_id)
            """, row => new DraftId(row.GetGuid(0)), stop, workspace.Value, poorer.ToArray());
    }

    /// <summary>Removes procedures whole. Their cards stay where they are: close them first.</summary>
    public static async Task RemoveAsync(UnitOfWork unit, WorkspaceId workspace, IReadOnlyList<DraftId> drafts, CancellationToken stop)
    {
        var ids = drafts.Select(one => one.Value).ToArray();
        var sops = (await unit.ReadAsync("SELECT DISTINCT sop_id FROM drafts WHERE workspace_id = $1 AND draft_id = ANY($2)", row => row.GetGuid(0), stop, workspace.Value, ids)).ToArray();
        foreach (var table in new[] { "edits", "review_cards" }) await unit.RunAsync($"DELETE FROM {table} WHERE workspace_id = $1 AND draft_id = ANY($2)", stop, workspace.Value, ids);
        foreach (var table in new[] { "evidence", "sop_sources", "drafts", "sops" }) await unit.RunAsync($"DELETE FROM {table} WHERE workspace_id = $1 AND sop_id = ANY($2)", stop, workspace.Value, sops);
    }
}
