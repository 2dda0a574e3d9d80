using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Watching;

/// <summary>Keeps the cases that were solved under a version, and the messages of theirs that show its steps.</summary>
internal static class LiveCases
{
    private const string Show = """
        INSERT INTO evidence (workspace_id, sop_id, step_id, place, ts, case_id) SELECT $1, $2, t.* FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS t(step_id, place, ts, case_id)
        ON CONFLICT DO NOTHING
        """;

    // What was taken for a case, and was solved as one, was one, whether or not somebody said so.
    private const string Confirm = """
        UPDATE matches SET verdict = 'confirmed', verdict_at = asked_at WHERE workspace_id = $1 AND sop_id = $2 AND verdict IS NULL AND channel_id || ':' || ts = ANY($3)
        """;

    public static async Task KeepAsync(UnitOfWork unit, SopRow sop, Watched watched, CancellationToken stop)
    {
        var kept = await unit.Db.SopCases.Where(one => one.SopId == sop.SopId).ToDictionaryAsync(one => one.CaseId, stop);
        foreach (var one in watched.Since)
        {
            string[] trace = [.. one.Steps.Select(step => watched.Name(watched.Match.Number(step)))];
            if (kept.TryGetValue(one.Id, out var row)) (row.Trace, row.ClosedAt) = (trace, one.ClosedAt);
            else unit.Db.Add(new SopCaseRow
            {
                WorkspaceId = sop.WorkspaceId,
                SopId = sop.SopId,
                CaseId = one.Id,
                Place = new(one.Place),
                OpenedAt = one.OpenedAt,
                ClosedAt = one.ClosedAt,
                Trace = trace,
                Version = sop.Version,
            });
        }
        await unit.Db.SaveChangesAsync(stop);
        await unit.RunAsync(Confirm, stop, sop.WorkspaceId.Value, sop.SopId.Value, watched.Since.Select(one => one.Id).ToArray());
        await ShowAsync(unit, sop, watched, number => number < watched.Procedure.Steps.Count ? watched.Procedure.Steps[number].Id : null, stop);
    }

    /// <summary>A step that is put in is shown by what was mined for it.</summary>
    public static Task ShowAsync(UnitOfWork unit, SopRow sop, Watched watched, Procedure revised, CancellationToken stop)
    {
        var added = revised.Steps.Where(step => watched.Procedure.Step(step.Id) is null).ToList();
        return ShowAsync(unit, sop, watched, number => number < watched.Procedure.Steps.Count
            ? null
            : added.Find(step => step.Title == watched.Match.Others[number - watched.Procedure.Steps.Count].Title)?.Id, stop);
    }

    private static Task ShowAsync(UnitOfWork unit, SopRow sop, Watched watched, Func<int, string?> step, CancellationToken stop)
    {
        var shown = watched.Since.SelectMany(one => one.Shown.Select(message => (Step: step(watched.Match.Number(message.Step)), one.Place, Ts: SopEvidence.TsOf(message.Source), Case: one.Id)))
            .Where(one => one.Step is not null).Distinct().ToList();
        return unit.RunAsync(Show, stop, sop.WorkspaceId.Value, sop.SopId.Value, shown.Select(one => one.Step!).ToArray(), shown.Select(one => one.Place).ToArray(),
            shown.Select(one => one.Ts).ToArray(), shown.Select(one => one.Case).ToArray());
    }
}
