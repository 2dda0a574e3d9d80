using System.Runtime.Versioning;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Local;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

// The tests run a PostgreSQL server of their own, as the bot does by default.
[assembly: UnsupportedOSPlatform("windows")]

namespace LiveSop.Bot.Tests.Storage;

/// <summary>
/// One private PostgreSQL server for the whole test run, with a migrated database to copy from. Without PostgreSQL the tests fail.
/// It ends with the test process.
/// </summary>
internal sealed class TestServer : IDisposable
{
    private static readonly Lazy<Task<TestServer>> started = new(StartAsync);

    private TestServer(string owner, DataFolder folder, AppRole role, ServerWatch watch)
    {
        Owner = owner;
        Folder = folder;
        Role = role;
        Watch = watch;
    }

    /// <summary>The superuser's connection string, to the database that the others are copied from: leave that one alone.</summary>
    public string Owner { get; }

    public DataFolder Folder { get; }

    public AppRole Role { get; }

    /// <summary>Kept: it lasts as long as somebody holds it.</summary>
    public ServerWatch Watch { get; }

    public static Task<TestServer> GetAsync() => started.Value;

    public static string At(string connection, string database) => new NpgsqlConnectionStringBuilder(connection) { Database = database }.ConnectionString;

    /// <summary>Makes an empty database, as somebody has it who gives the bot a server.</summary>
    /// <returns>The superuser's connection string to it.</returns>
    public async Task<string> CreateEmptyAsync(string name)
    {
        await RunAsync(At(Owner, "postgres"), $"CREATE DATABASE {name}");
        return At(Owner, name);
    }

    /// <summary>Runs statements outside any pool.</summary>
    public static async Task RunAsync(string connection, params string[] statements)
    {
        await using var opened = await StartChecks.ConnectAsync(connection, CancellationToken.None);
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, opened);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Ends the server as if it had been killed: nobody is told, nothing is written any more.</summary>
    public async Task CrashAsync() => await (await ClusterAsync()).CrashAsync();

    /// <summary>Ends it in good order: whoever is connected is told.</summary>
    public async Task StopAsync() => await (await ClusterAsync()).StopAsync();

    public async Task RestartAsync() => await (await ClusterAsync()).LaunchAsync(CancellationToken.None);

    /// <summary>One of a test's own, to be stopped, started and disposed.</summary>
    public static async Task<TestServer> StartAsync()
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("livesop-test-").FullName);
        var watch = new ServerWatch(folder.Root);
        var local = new LocalPostgres(folder, ServerAccount.OfThisProcess(), NullLogger<LocalPostgres>.Instance);
        var owner = await local.StartAsync(CancellationToken.None);
        // What is lost when the machine stops was only a test's.
        await RunAsync(At(owner, "postgres"), "ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()");
        var role = AppRole.Of(owner);
        await new Schema(owner, role, NullLogger<Schema>.Instance).ApplyAsync(CancellationToken.None);
        return new TestServer(owner, folder, role, watch);
    }

    /// <summary>Stops it and takes its folder away.</summary>
    public void Dispose() => Watch.Dispose();

    private async Task<Cluster> ClusterAsync() => new(Folder, ServerAccount.OfThisProcess(), (await ServerPrograms.FindAsync(CancellationToken.None))[0]);
}
