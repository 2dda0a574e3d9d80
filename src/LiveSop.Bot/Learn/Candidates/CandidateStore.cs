using System.Text.Json;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>What was found for one place, by the job that found it.</summary>
internal sealed record Finding(Guid Job, ChannelId Place, UserId Asker);

/// <summary>What minings found, kept with the jobs that found it.</summary>
internal static class CandidateStore
{
    public static Task SaveAsync(UnitOfWork unit, WorkItem item, CandidateList list, CancellationToken stop) =>
        unit.RunAsync("UPDATE jobs SET result = $3::jsonb WHERE workspace_id = $1 AND job_id = $2", stop,
            item.Workspace.Value, Guid.Parse(item.Item), JsonSerializer.Serialize(list, EffectJson.Options));

    /// <returns>What was asked for and what was found; null where that is no longer known.</returns>
    public static async Task<(Job.Mine Job, CandidateList List)?> FindAsync(UnitOfWork unit, WorkspaceId workspace, Guid job, CancellationToken stop)
    {
        var rows = await unit.ReadAsync("SELECT payload::text, result::text FROM jobs WHERE workspace_id = $1 AND job_id = $2 AND result IS NOT NULL",
            row => (Job: row.GetString(0), Result: row.GetString(1)), stop, workspace.Value, job);
        if (rows is not [var kept] || JsonSerializer.Deserialize<Job>(kept.Job, EffectJson.Options) is not Job.Mine mine) return null;
        return Read(kept.Result) is { } list ? (mine, list) : null;
    }

    /// <returns>The newest finding of each place where somebody asked for one.</returns>
    public static Task<List<Finding>> NewestAsync(UnitOfWork unit, WorkspaceId workspace, CancellationToken stop) => unit.ReadAsync("""
        SELECT DISTINCT ON (payload->>'channel') job_id, payload->>'channel', payload->>'asker' FROM jobs
        WHERE workspace_id = $1 AND kind = 'mine' AND result IS NOT NULL ORDER BY payload->>'channel', created_at DESC
        """, row => new Finding(row.GetGuid(0), new(row.GetString(1)), new(row.GetString(2))), stop, workspace.Value);

    /// <param name="findings">Ids of jobs.</param>
    /// <param name="talk">As in <see cref="Candidate.Evidence"/>.</param>
    /// <returns>Those of the findings that have the talk among their evidence, the newest first.</returns>
    public static async Task<IReadOnlyList<CandidateList>> HoldingAsync(UnitOfWork unit, WorkspaceId workspace, IEnumerable<Guid> findings, string talk, CancellationToken stop)
    {
        var rows = await unit.ReadAsync("""
            SELECT result::text FROM jobs WHERE workspace_id = $1 AND job_id = ANY($2)
              AND result->'candidates' @> jsonb_build_array(jsonb_build_object('evidence', jsonb_build_array($3))) ORDER BY created_at DESC
            """, row => row.GetString(0), stop, workspace.Value, findings.ToArray(), talk);
        return [.. rows.Select(Read).OfType<CandidateList>()];
    }

    private static CandidateList? Read(string result) =>
        JsonSerializer.Deserialize<CandidateList>(result, EffectJson.Options) is { Version: >= CandidateList.OldestVersion and <= CandidateList.ThisVersion } list ? list : null;
}
