using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>Brings a database to what this version expects: tables, the application role, row security. Replicas that start at once do it once.</summary>
internal sealed partial class Schema(string owner, AppRole role, ILogger<Schema> log)
{
    private const string History = "\"__EFMigrationsHistory\"";

    /// <summary>Waits until nobody else works on the tables' shape, and keeps others waiting until the connection closes.</summary>
    // "livesop" on a telephone; any number that nothing else in the database locks.
    internal const string Alone = "SELECT pg_advisory_lock(5483767)";

    /// <summary>The migrations of this version, oldest first.</summary>
    internal static IReadOnlyList<string> Known
    {
        get
        {
            using var db = new LiveSopDb(LiveSopDb.Options(builder => builder.UseNpgsql()));
            return [.. db.Database.GetMigrations()];
        }
    }

    /// <exception cref="UnusableDatabaseException">The server cannot be used, or a newer version has narrowed the tables.</exception>
    public async Task ApplyAsync(CancellationToken stop)
    {
        await using var connection = await StartChecks.ConnectAsync(owner, stop);
        await StartChecks.ServerAsync(connection, stop);
        await RunAsync(connection, Alone, stop);
        await ExtendAsync(connection, stop);
        await using (var db = new LiveSopDb(LiveSopDb.Options(builder => builder.UseNpgsql(connection)))) await MigrateAsync(db, stop);
        await role.EnsureAsync(connection, stop);
        await SecureAsync(connection, stop);
        await TimetableTables.EnsureAsync(connection, role.Quoted, stop);
        await QuickenAsync(connection, stop);
    }

    /// <summary>Makes pgvector's types known in the database.</summary>
    /// <exception cref="UnusableDatabaseException">The owner may not.</exception>
    internal static async Task ExtendAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        try
        {
            await RunAsync(connection, "CREATE EXTENSION IF NOT EXISTS vector", stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new UnusableDatabaseException("The owner may not install pgvector; run CREATE EXTENSION vector in this database as a superuser, once.", e);
        }
    }

    /// <summary>Changes nothing.</summary>
    /// <returns>The migrations that this version knows and the database lacks, oldest first.</returns>
    /// <exception cref="UnusableDatabaseException">A newer version has narrowed the tables.</exception>
    public static async Task<IReadOnlyList<string>> MissingAsync(NpgsqlConnection owner, CancellationToken stop)
    {
        await using var db = new LiveSopDb(LiveSopDb.Options(builder => builder.UseNpgsql(owner)));
        return await MissingAsync(db, stop);
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(LiveSopDb db, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        Compatibility.Require(known, applied);
        return [.. known.Except(applied, StringComparer.Ordinal)];
    }

    private async Task MigrateAsync(LiveSopDb db, CancellationToken stop)
    {
        var missing = await MissingAsync(db, stop);
        if (missing.Count == 0) return;
        await db.Database.MigrateAsync(stop);
        Migrated(missing.Count, missing[^1]);
    }

    /// <summary>Older replicas, started late, leave the policies of a newer one alone: the version in force stands on the history table.</summary>
    private async Task SecureAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var mark = $"row security {RowSecurity.Version.ToString(CultureInfo.InvariantCulture)} for {role.Name}";
        await using var ask = new NpgsqlCommand($"SELECT obj_description('{History}'::regclass)", connection);
        if (await ask.ExecuteScalarAsync(stop) is string inForce && (inForce == mark || VersionIn(inForce) > RowSecurity.Version)) return;
        await RunAsync(connection, $"""
            BEGIN;
            {RowSecurity.Sql(role.Quoted)}
            GRANT USAGE ON SCHEMA public TO {role.Quoted};
            COMMENT ON TABLE {History} IS '{mark.Replace("'", "''", StringComparison.Ordinal)}';
            COMMIT;
            """, stop);
    }

    private static int VersionIn(string mark) =>
        mark.Split(' ') is ["row", "security", var version, ..] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Under row security an index may only be asked through a function that is marked leakproof; the one of full text is not, though it leaks nothing.</summary>
    private async Task QuickenAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        try
        {
            await RunAsync(connection, """
                DO $$ BEGIN
                    IF NOT (SELECT proleakproof FROM pg_proc WHERE oid = 'ts_match_vq(tsvector, tsquery)'::regprocedure) THEN
                        ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF;
                    END IF;
                END $$
                """, stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            SlowFullText();
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was brought up to date: {Count} migrations, the last {Last}.")]
    private partial void Migrated(int count, string last);

    [LoggerMessage(Level = LogLevel.Information, Message = "Full-text search will be slower: the owner may not run ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF; a superuser can, once.")]
    private partial void SlowFullText();
}
