using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>
/// The role that the bot works as: it owns nothing and row security binds it. Named after the database, so that two installations on one server
/// do not share it. Its password follows from the owner's, so that replicas agree on it and nothing more is stored.
/// </summary>
/// <param name="Connection">How to connect as it.</param>
/// <param name="IsOurs">We make it and set its password; otherwise somebody made it ready for us.</param>
internal sealed record AppRole(string Connection, bool IsOurs)
{
    private const int LongestName = 63;

    public string Name { get; } = new NpgsqlConnectionStringBuilder(Connection).Username!;

    /// <exception cref="UnusableDatabaseException">The owner connects without a password, so none can follow from it.</exception>
    public static AppRole Of(string owner)
    {
        var settings = new NpgsqlConnectionStringBuilder(owner);
        if (string.IsNullOrEmpty(settings.Password))
            throw new UnusableDatabaseException(
                "ConnectionStrings:LiveSop has no password to derive the application role's from; add one, or give a ready role in ConnectionStrings:LiveSopApp.");
        var database = settings.Database ?? settings.Username!;
        settings.Username = $"{database[..Math.Min(database.Length, LongestName - 4)]}_app";
        settings.Password = Derive(settings.Password, $"{settings.Username}\n{database}");
        return new AppRole(settings.ConnectionString, IsOurs: true);
    }

    /// <summary>A role that exists already, with its own password.</summary>
    public static AppRole Ready(string connection) => new(connection, IsOurs: false);

    /// <summary>Makes the role, or puts its rights and password right. The caller holds the lock of <see cref="Schema"/>.</summary>
    /// <exception cref="UnusableDatabaseException">The owner may not make roles.</exception>
    public async Task EnsureAsync(NpgsqlConnection owner, CancellationToken stop)
    {
        if (!IsOurs) return;
        var verifier = ScramVerifier.Of(new NpgsqlConnectionStringBuilder(Connection).Password!);
        try
        {
            await RunAsync(owner, $"""
                DO $$ BEGIN CREATE ROLE {Quoted}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                ALTER ROLE {Quoted} LOGIN NOCREATEDB NOCREATEROLE PASSWORD '{verifier}';
                """, stop);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new UnusableDatabaseException(
                $"The owner in ConnectionStrings:LiveSop may not make the role {Name}; give it CREATEROLE, or make a role yourself and name it in ConnectionStrings:LiveSopApp.", e);
        }
    }

    /// <summary>The name as SQL takes it.</summary>
    public string Quoted => $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Derive(string password, string purpose) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(purpose)));

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
