using System.Runtime.Versioning;
using Npgsql;

namespace LiveSop.Bot.Storage.Backups;

/// <summary>Fills an empty database from a backup, whole or not at all. Roles and rights are not in a backup: <see cref="Schema"/> makes them afterwards, as for a new database.</summary>
[UnsupportedOSPlatform("windows")]
internal static class Restoration
{
    // Whose the tables are, who may do what, and which row security is in force depend on where they are now.
    private static readonly string[] asOurs = ["--no-owner", "--no-privileges", "--no-comments", "--single-transaction", "--exit-on-error", "--no-password"];

    /// <param name="owner">The connection string of the role that will own the tables.</param>
    /// <exception cref="UnusableDatabaseException">The database is in use or not empty, or the file is no backup that this version understands.</exception>
    public static async Task ReadAsync(string owner, string file, CancellationToken stop)
    {
        var path = Path.GetFullPath(file);
        if (!File.Exists(path)) throw new UnusableDatabaseException($"{file} does not exist; name a file that livesop backup wrote.");
        await using var connection = await StartChecks.ConnectAsync(owner, stop);
        await StartChecks.ServerAsync(connection, stop);
        // A bot that starts meanwhile waits here, and finds the tables when its turn comes.
        await RunAsync(connection, Schema.Alone, stop);
        await RequireUnusedAsync(connection, stop);
        var programs = await ReaderAsync(connection.PostgreSqlVersion.Major, path, file, stop);
        Compatibility.Require(Schema.Known, await MigrationsAsync(programs, path, stop));
        await Schema.ExtendAsync(connection, stop);
        var restored = await programs.RunAsync("pg_restore", [.. asOurs, $"--dbname={connection.Database}", path], LibpqAddress.Of(owner), stop);
        if (restored.ExitCode != 0) throw new UnusableDatabaseException($"Nothing was restored; pg_restore says: {restored.Said.Trim()}");
    }

    private static async Task RequireUnusedAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        const string sql = """
            SELECT (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL),
                   (SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace)
            """;
        await using var ask = new NpgsqlCommand(sql, connection);
        await using var answer = await ask.ExecuteReaderAsync(stop);
        await answer.ReadAsync(stop);
        if (answer.GetInt64(0) > 0) throw new UnusableDatabaseException($"The database {connection.Database} is in use by others; stop the bot, and whoever else is connected, and restore into an empty database.");
        if (answer.GetInt64(1) > 0)
            throw new UnusableDatabaseException($"The database {connection.Database} is not empty; make an empty one (CREATE DATABASE) and name it in ConnectionStrings:LiveSop, or name an empty folder in Database:Folder.");
    }

    /// <summary>The programs that can read the file: those of a server older than the one it came from cannot.</summary>
    private static async Task<ClientPrograms> ReaderAsync(int server, string path, string file, CancellationToken stop)
    {
        var said = "";
        foreach (var programs in await ClientPrograms.ForAsync(server, stop))
        {
            var listed = await programs.RunAsync("pg_restore", ["--list", path], new Dictionary<string, string>(), stop);
            if (listed.ExitCode == 0 && !listed.Said.Contains("TABLE DATA public messages ", StringComparison.Ordinal)) throw new UnusableDatabaseException($"{file} is a dump of something else than LiveSOP.");
            if (listed.ExitCode == 0) return programs;
            said = listed.Said.Trim();
        }
        throw new UnusableDatabaseException($"{file} is no backup that pg_restore here can read ({said}).");
    }

    /// <summary>Which migrations the backup has been through, oldest first.</summary>
    private static async Task<IReadOnlyList<string>> MigrationsAsync(ClientPrograms programs, string path, CancellationToken stop)
    {
        var history = await programs.RunAsync("pg_restore", ["--data-only", "--table=__EFMigrationsHistory", "--file=-", path], new Dictionary<string, string>(), stop);
        // The rows of COPY: an id of 14 digits and a name, a tab, the version that made it.
        return [.. history.Said.Split('\n').Where(line => line.Contains('\t', StringComparison.Ordinal)).Select(line => line.Split('\t')[0]).Order(StringComparer.Ordinal)];
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(stop);
    }
}
