using System.Net.Sockets;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>What must hold of a server before the bot uses it. Each lack is one sentence that says what to do.</summary>
internal static class StartChecks
{
    private const int OldestServer = 15;

    private static readonly Version OldestVectors = new(0, 8);

    /// <exception cref="UnusableDatabaseException">Nobody answers, or not to this role.</exception>
    public static async Task<NpgsqlConnection> ConnectAsync(string connection, CancellationToken stop)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false };
        var opened = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await opened.OpenAsync(stop);
            return opened;
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException)
        {
            await opened.DisposeAsync();
            throw new UnusableDatabaseException($"PostgreSQL at {settings.Host}, database {settings.Database}, {Refusal(e)}", e);
        }
    }

    /// <summary>The server's version and its vectors.</summary>
    public static async Task ServerAsync(NpgsqlConnection owner, CancellationToken stop)
    {
        if (owner.PostgreSqlVersion.Major < OldestServer)
            throw new UnusableDatabaseException($"PostgreSQL {owner.PostgreSqlVersion} is too old; use version {OldestServer} or later.");
        var (installed, available) = await VectorsAsync(owner, stop);
        if ((installed ?? available) is not { } usable)
            throw new UnusableDatabaseException(
                $"PostgreSQL {owner.PostgreSqlVersion.Major} lacks pgvector; install its package (postgresql-{owner.PostgreSqlVersion.Major}-pgvector, version {OldestVectors} or later) on the server.");
        if (usable < OldestVectors)
            throw new UnusableDatabaseException(available >= OldestVectors
                ? $"This database uses pgvector {usable}; run ALTER EXTENSION vector UPDATE in it as a superuser."
                : $"The server has pgvector {usable}; install version {OldestVectors} or later there.");
    }

    /// <summary>Row security must bind the role that the bot works as.</summary>
    public static async Task RoleAsync(NpgsqlConnection app, CancellationToken stop)
    {
        const string sql = """
            SELECT rolsuper OR rolbypassrls,
                   EXISTS (SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND pg_has_role(relowner, 'MEMBER'))
            FROM pg_roles WHERE rolname = current_user
            """;
        await using var command = new NpgsqlCommand(sql, app);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        var role = new NpgsqlConnectionStringBuilder(app.ConnectionString).Username;
        if (reader.GetBoolean(0))
            throw new UnusableDatabaseException($"The role {role} passes row security; ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS, or name another in ConnectionStrings:LiveSopApp.");
        if (reader.GetBoolean(1))
            throw new UnusableDatabaseException($"The role {role} owns tables, so it could switch row security off; name one that owns none in ConnectionStrings:LiveSopApp.");
    }

    private static async Task<(Version? Installed, Version? Available)> VectorsAsync(NpgsqlConnection owner, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("SELECT installed_version, default_version FROM pg_available_extensions WHERE name = 'vector'", owner);
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return (null, null);
        return (reader.IsDBNull(0) ? null : Version.Parse(reader.GetString(0)), Version.Parse(reader.GetString(1)));
    }

    private static string Refusal(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "does not exist; create it, owned by the role in ConnectionStrings:LiveSop.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            "refuses this role or its password; correct the connection string.",
        PostgresException refused => $"refuses the connection ({refused.MessageText}); correct that on the server or in the connection string.",
        _ => $"does not answer ({e.GetBaseException().Message.TrimEnd('.')}); start it, or correct ConnectionStrings:LiveSop.",
    };
}
