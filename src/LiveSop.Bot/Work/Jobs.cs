using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Work;

/// <summary>Records jobs in the transaction of the state that they follow from.</summary>
internal sealed class Jobs(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now)
{
    private const string Add = """
        WITH fresh AS (
          INSERT INTO jobs (workspace_id, job_id, kind, payload, state, created_at) VALUES ($1, $2, $3, $4::jsonb, 'waiting', $5)
          ON CONFLICT (workspace_id, job_id) DO NOTHING RETURNING job_id)
        INSERT INTO work_queue (workspace_id, kind, lane, item, due_at, attempts) SELECT $1, 'job', $6, job_id::text, $7, 0 FROM fresh
        """;

    /// <summary>Whether there is anything to be done.</summary>
    public bool Any { get; private set; }

    private readonly HashSet<string> added = new(StringComparer.Ordinal);

    /// <param name="key">Names what this job follows from. A second with the same key is the same, and is not recorded.</param>
    public Task AddAsync(string key, Job job, CancellationToken stop) => AddAsync(key, job, now, stop);

    /// <param name="due">Not begun before then.</param>
    public async Task AddAsync(string key, Job job, DateTimeOffset due, CancellationToken stop)
    {
        if (!added.Add(key)) return;
        await unit.RunAsync(Add, stop, workspace.Value, IdOf(key), JobStore.Kind(job.GetType()), JsonSerializer.Serialize(job, EffectJson.Options), now, job.Lane, due);
        Any |= due <= now;
    }

    private static Guid IdOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
}
