using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LiveSop.Bot.Memory.Searching;

/// <summary>The connection string of the tables' owner, who alone may make indexes.</summary>
internal sealed record TablesOwner(string Connection);

/// <summary>Makes an index of the vectors of each workspace that has grown beyond comparing them one by one. Search and remembering go on meanwhile.</summary>
internal sealed partial class MakeVectorIndexes(TablesOwner owner, Database database, Connections connections, Embeddings embeddings, ILogger<MakeVectorIndexes> log) : BackgroundService
{
    /// <summary>Up to here comparing each is fast enough, and exact.</summary>
    public const int MostCompared = 20_000;

    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    // "livesop" on a telephone, and one more: Schema has the other.
    private const string Alone = "SELECT pg_try_advisory_lock(5483768)";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = AfterStart; ; wait = BetweenLooks)
        {
            await Task.Delay(wait, stoppingToken);
            try
            {
                foreach (var workspace in connections.Workspaces.ToList())
                    if (await CountAsync(workspace, stoppingToken) > MostCompared) await MakeAsync(owner.Connection, workspace, embeddings.Model, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or UnusableDatabaseException)
            {
                CannotMake(log, e.GetType().Name);
            }
        }
    }

    /// <summary>Where another is at it, it is left to them. What was broken off is made anew.</summary>
    public static async Task MakeAsync(string owner, WorkspaceId workspace, string model, CancellationToken stop)
    {
        await using var connection = await StartChecks.ConnectAsync(owner, stop);
        if (await AskAsync(connection, Alone, stop) is not true) return;
        var name = Sql.Name(VectorIndexes.Name(workspace, model));
        var isValid = await AskAsync(connection, $"SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass({Sql.Quoted(name)})", stop);
        if (isValid is true) return;
        if (isValid is false) await RunAsync(connection, $"DROP INDEX CONCURRENTLY {name}", stop);
        await RunAsync(connection, "SET maintenance_work_mem = '256MB'", stop);
        await RunAsync(connection, $"CREATE INDEX CONCURRENTLY {name} ON incident_vectors USING hnsw (embedding halfvec_cosine_ops) WHERE workspace_id = {Sql.Quoted(workspace.Value)} AND model = {Sql.Quoted(model)}", stop);
    }

    private async Task<long> CountAsync(WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return (await unit.ReadAsync("SELECT count(*) FROM incident_vectors WHERE workspace_id = $1 AND model = $2", row => row.GetInt64(0), stop, workspace.Value, embeddings.Model))[0];
    }

    private static async Task<bool?> AskAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (bool?)await command.ExecuteScalarAsync(stop);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index of a large workspace's incidents could not be made ({Reason}); they are compared one by one.")]
    private static partial void CannotMake(ILogger log, string reason);
}
