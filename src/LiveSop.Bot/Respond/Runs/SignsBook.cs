using System.Collections.Concurrent;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Running.Signs;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>What shows that a step was done, by procedure and version: learnt from its evidence when a run first needs it, and kept.</summary>
internal sealed class SignsBook
{
    /// <summary>More procedures than are at work at one time.</summary>
    private const int MostKept = 200;

    // The latest messages of each step, and, under no step, others of the same threads.
    private const string Sql = """
        SELECT step, text FROM (
          SELECT coalesce(e.step_id, '') AS step, m.text, row_number() OVER (PARTITION BY e.step_id ORDER BY m.posted_at DESC) AS place
          FROM (SELECT DISTINCT place, split_part(case_id, ':', 2) AS root FROM sop_cases WHERE workspace_id = $1 AND sop_id = $2 AND place LIKE 'C%' OR workspace_id = $1 AND sop_id = $2 AND place LIKE 'G%') c
          JOIN messages m ON m.workspace_id = $1 AND m.channel_id = c.place AND m.thread_ts = c.root AND m.ts <> c.root AND m.deleted_at IS NULL AND m.text <> ''
          LEFT JOIN evidence e ON e.workspace_id = $1 AND e.sop_id = $2 AND e.place = m.channel_id AND e.ts = m.ts) latest
        WHERE place <= $3
        """;

    private const int MostOfOne = 60;

    private readonly ConcurrentDictionary<(WorkspaceId, SopId, int), StepSigns> known = new();

    public async Task<StepSigns> OfAsync(UnitOfWork unit, WorkspaceId workspace, RunView view, CancellationToken stop)
    {
        var key = (workspace, view.Row.SopId, view.Row.Version);
        if (known.TryGetValue(key, out var signs)) return signs;
        var said = await unit.ReadAsync(Sql, row => (row.GetString(0), RequestText.Of(row.GetString(1))), stop, workspace.Value, view.Row.SopId.Value, MostOfOne);
        if (known.Count >= MostKept) known.Clear();
        return known[key] = StepSigns.Of(view.Procedure, said);
    }
}
