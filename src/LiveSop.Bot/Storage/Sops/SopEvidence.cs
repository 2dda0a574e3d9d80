using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Storage.Sops;

/// <summary>What shows a procedure's steps: its cases and their messages, and the places where they were said. Written whole.</summary>
internal static class SopEvidence
{
    /// <summary>Of what was said in channels.</summary>
    /// <inheritdoc cref="ReplaceAsync(UnitOfWork, SopRow, DiscoveredSop, Func{string, EvidencePlace}, CancellationToken)"/>
    public static Task ReplaceAsync(UnitOfWork unit, SopRow sop, DiscoveredSop found, CancellationToken stop) => ReplaceAsync(unit, sop, found, place => new(place), stop);

    /// <param name="found">Its steps have the ids of the procedure's.</param>
    /// <param name="placeOf">To what the place of a case belongs: a channel to itself, a file to the space that it was brought into.</param>
    public static async Task ReplaceAsync(UnitOfWork unit, SopRow sop, DiscoveredSop found, Func<string, EvidencePlace> placeOf, CancellationToken stop)
    {
        foreach (var table in new[] { "evidence", "sop_cases", "sop_sources" })
            await unit.RunAsync($"DELETE FROM {table} WHERE workspace_id = $1 AND sop_id = $2", stop, sop.WorkspaceId.Value, sop.SopId.Value);
        await AddCasesAsync(unit, sop, found, placeOf, stop);
        await AddEvidenceAsync(unit, sop, found, placeOf, stop);
        await unit.RunAsync("INSERT INTO sop_sources (workspace_id, sop_id, place) SELECT DISTINCT workspace_id, sop_id, place FROM sop_cases WHERE workspace_id = $1 AND sop_id = $2",
            stop, sop.WorkspaceId.Value, sop.SopId.Value);
    }

    private static async Task AddCasesAsync(UnitOfWork unit, SopRow sop, DiscoveredSop found, Func<string, EvidencePlace> placeOf, CancellationToken stop)
    {
        foreach (var one in found.Solved)
            unit.Db.Add(new SopCaseRow
            {
                WorkspaceId = sop.WorkspaceId,
                SopId = sop.SopId,
                CaseId = one.Id,
                Place = placeOf(one.Place),
                OpenedAt = one.OpenedAt,
                ClosedAt = one.ClosedAt,
                Trace = [.. one.Steps.Select(step => found.Sop.Steps[step].Id)],
            });
        await unit.Db.SaveChangesAsync(stop);
    }

    private static Task AddEvidenceAsync(UnitOfWork unit, SopRow sop, DiscoveredSop found, Func<string, EvidencePlace> placeOf, CancellationToken stop)
    {
        var shown = found.Solved.SelectMany(one => one.Shown.Select(step => (Step: found.Sop.Steps[step.Step].Id, Place: placeOf(one.Place).Value, Ts: TsOf(step.Source), Case: one.Id))).Distinct().ToList();
        return unit.RunAsync("""
            INSERT INTO evidence (workspace_id, sop_id, step_id, place, ts, case_id) SELECT $1, $2, t.* FROM unnest($3::text[], $4::text[], $5::text[], $6::text[]) AS t(step_id, place, ts, case_id)
            ON CONFLICT DO NOTHING
            """, stop, sop.WorkspaceId.Value, sop.SopId.Value, shown.Select(one => one.Step).ToArray(), shown.Select(one => one.Place).ToArray(),
            shown.Select(one => one.Ts).ToArray(), shown.Select(one => one.Case).ToArray());
    }

    /// <summary>As <see cref="EvidenceRow.Ts"/> has it.</summary>
    public static string TsOf(SourceRef source) => source switch
    {
        SourceRef.Slack slack => slack.Ts,
        SourceRef.CsvRow row => System.FormattableString.Invariant($"{row.File}#{row.Row}"),
        SourceRef.Jira issue => $"{issue.Project}#{issue.Id}",
        _ => source.ToString()!,
    };
}
