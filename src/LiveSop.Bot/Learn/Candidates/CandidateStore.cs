using System.Text.Json;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Candidates;

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
        return JsonSerializer.Deserialize<CandidateList>(kept.Result, EffectJson.Options) is { Version: CandidateList.ThisVersion } list ? (mine, list) : null;
    }
}
