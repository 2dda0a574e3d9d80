using System.Text.Json;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>Records what Slack is to be told, in the transaction of the state that it follows from. It is sent after that has been committed, and only then.</summary>
internal sealed class Effects(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now)
{
    private const string Add = """
        WITH fresh AS (
          INSERT INTO outbox (workspace_id, effect_id, key, lane, kind, payload, state, attempts, created_at)
          VALUES ($1, $2, $3, coalesce((SELECT lane FROM outbox WHERE workspace_id = $1 AND key = $8), $4), $5, $6::jsonb, 'waiting', 0, $7) ON CONFLICT (workspace_id, key) DO NOTHING RETURNING effect_id, lane)
        INSERT INTO work_queue (workspace_id, kind, lane, item, due_at, attempts) SELECT $1, 'outbox', lane, effect_id::text, $7, 0 FROM fresh
        """;

    /// <summary>Whether there is anything to be sent.</summary>
    public bool Any { get; private set; }

    /// <param name="key">Names what this effect follows from. A second with the same key is the same, and is not recorded.</param>
    public async Task AddAsync(string key, Effect effect, CancellationToken stop)
    {
        var id = Guid.CreateVersion7(now);
        await unit.RunAsync(Add, stop, workspace.Value, id, key, effect.Lane ?? id.ToString(), effect.GetType().Name.ToLowerInvariant(), JsonSerializer.Serialize(effect, EffectJson.Options), now, effect.Follows);
        Any = true;
    }
}
