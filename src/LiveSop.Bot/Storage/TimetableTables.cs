using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>
/// The tables in which Quartz keeps what is due when. They stand in a schema of their own, outside row security: they know times, and no workspace, person or word.
/// Quartz brings their definition along; the application role may fill them and not change them.
/// </summary>
internal static class TimetableTables
{
    /// <summary>Before each table's name.</summary>
    public const string Prefix = $"{Schema}.{Bare}";

    private const string Schema = "quartz";
    private const string Bare = "qrtz_";
    private const string Definition = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";

    /// <summary>Makes what is missing, and never changes what is there. The caller holds the lock of <see cref="Storage.Schema"/>.</summary>
    /// <param name="role">The application role, as quoted for SQL.</param>
    /// <exception cref="UnusableDatabaseException">The owner may not make a schema.</exception>
    public static async Task EnsureAsync(NpgsqlConnection owner, string role, CancellationToken stop)
    {
        try
        {
            await using var command = new NpgsqlCommand($"""
                BEGIN;
                SET LOCAL client_min_messages = warning;
                DO $$ BEGIN IF to_regnamespace('{Schema}') IS NULL THEN CREATE SCHEMA {Schema}; END IF; END $$;
                {Tables()};
                GRANT USAGE ON SCHEMA {Schema} TO {role};
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Schema} TO {role};
                COMMIT;
                """, owner) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new UnusableDatabaseException($"The owner may not make the schema {Schema}; run CREATE SCHEMA {Schema} AUTHORIZATION and the owner's name in this database as a superuser, once.", e);
        }
    }

    // {0} stands for the prefix, {1} for the prefix without the schema, which names of indexes cannot carry.
    private static string Tables()
    {
        using var stream = typeof(Quartz.IScheduler).Assembly.GetManifestResourceStream(Definition) ?? throw new InvalidOperationException($"Quartz does not bring {Definition} along.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Bare, StringComparison.Ordinal);
    }
}
