using LiveSop.Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>
/// The database that the bot would use, looked at. One of the bot's own is started, brought up to date and left again, as the bot does; one that somebody gave
/// is only read.
/// </summary>
internal sealed class DatabaseCheck : IAsyncDisposable
{
    private readonly IAsyncDisposable? held;

    private DatabaseCheck(IReadOnlyList<Finding> findings, Database? database, IAsyncDisposable? held, bool hasBot) =>
        (Findings, Database, this.held, HasBot) = (findings, database, held, hasBot);

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Null where the bot could not work with it yet.</summary>
    public Database? Database { get; }

    /// <summary>Somebody else works in it now: a bot that runs.</summary>
    public bool HasBot { get; }

    public static async Task<DatabaseCheck> OpenAsync(DatabaseOptions options, CancellationToken stop)
    {
        try
        {
            return options.Owner is { } owner ? await GivenAsync(owner, options.App, stop) : await OwnAsync(options, stop);
        }
        catch (UnusableDatabaseException unusable)
        {
            return new DatabaseCheck([Finding.Refused("database", unusable.Message)], null, null, hasBot: false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (held is not null) await held.DisposeAsync();
    }

    private static async Task<DatabaseCheck> OwnAsync(DatabaseOptions options, CancellationToken stop)
    {
        var source = await DatabaseSource.OpenAsync(options, NullLoggerFactory.Instance, stop);
        try
        {
            await using var connection = await StartChecks.ConnectAsync(source.Owner, stop);
            var found = Finding.Ok($"database: {await ServerAsync(connection, stop)}, the bot's own; up to date, and its role is bound by row security");
            return new DatabaseCheck([found], source.Database, source, await HasBotAsync(source.Database, stop));
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    private static async Task<DatabaseCheck> GivenAsync(string owner, string? app, CancellationToken stop)
    {
        await using var connection = await StartChecks.ConnectAsync(owner, stop);
        await StartChecks.ServerAsync(connection, stop);
        var role = app is null ? AppRole.Of(owner) : AppRole.Ready(app);
        var given = new GivenDatabase(connection, role);
        List<Finding> findings =
        [
            Finding.Ok($"database: {await ServerAsync(connection, stop)}, at {connection.Host}, database {connection.Database}"),
            await given.VectorsAsync(stop), await given.TablesAsync(stop), await given.RoleAsync(stop), await given.FullTextAsync(stop),
        ];
        if (!given.IsReady) return new DatabaseCheck(findings, null, null, hasBot: false);
        var database = Database.Open(role.Connection, NullLoggerFactory.Instance);
        return new DatabaseCheck(findings, database, database, await HasBotAsync(database, stop));
    }

    private static async Task<string> ServerAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var ask = new NpgsqlCommand("SELECT coalesce(installed_version, default_version) FROM pg_available_extensions WHERE name = 'vector'", connection);
        return $"PostgreSQL {connection.PostgreSqlVersion} with pgvector {await ask.ExecuteScalarAsync(stop)}";
    }

    private static async Task<bool> HasBotAsync(Database database, CancellationToken stop)
    {
        const string sql = "SELECT count(*) > 0 FROM pg_stat_activity WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()";
        await using var unit = await database.BeginAsync(new Scope.Dispatcher(), stop);
        // A connection that was just closed is still listed for a moment.
        for (var tries = 0; tries < 5; tries++)
        {
            if (!(await unit.ReadAsync(sql, row => row.GetBoolean(0), stop))[0]) return false;
            await unit.RunAsync("SELECT pg_sleep(0.1), pg_stat_clear_snapshot()", stop);
        }
        return true;
    }
}
