using LiveSop.Bot.Storage.Local;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>A database that is ready for work, on the given server or on one of the bot's own. Disposing it closes the one and stops the other.</summary>
internal sealed partial class DatabaseSource : IAsyncDisposable
{
    private readonly IAsyncDisposable? server;

    private DatabaseSource(string owner, Database database, IAsyncDisposable? server)
    {
        Owner = owner;
        Database = database;
        this.server = server;
    }

    public Database Database { get; }

    /// <summary>The connection string of the tables' owner. Row security does not bind it everywhere: for tables that have none.</summary>
    public string Owner { get; }

    /// <summary>Starts or finds the server, checks it, and brings the tables up to date.</summary>
    /// <exception cref="UnusableDatabaseException">There is none to work with.</exception>
    public static async Task<DatabaseSource> OpenAsync(DatabaseOptions options, ILoggerFactory logs, CancellationToken stop)
    {
        var (owner, server) = await ServerAsync(options, logs, stop);
        try
        {
            var role = options.App is { } ready ? AppRole.Ready(ready) : AppRole.Of(owner);
            await new Schema(owner, role, logs.CreateLogger<Schema>()).ApplyAsync(stop);
            await using (var app = await StartChecks.ConnectAsync(role.Connection, stop)) await StartChecks.RoleAsync(app, stop);
            return new DatabaseSource(owner, Database.Open(role.Connection, logs), server);
        }
        catch
        {
            if (server is not null) await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    private static async Task<(string Owner, IAsyncDisposable? Server)> ServerAsync(DatabaseOptions options, ILoggerFactory logs, CancellationToken stop)
    {
        var log = logs.CreateLogger<DatabaseSource>();
        if (options.Owner is { } given)
        {
            var settings = new NpgsqlConnectionStringBuilder(given);
            UsesGiven(log, settings.Host, settings.Database);
            return (given, null);
        }
        if (OperatingSystem.IsWindows()) throw new UnusableDatabaseException("On Windows the bot runs no database of its own; give one in ConnectionStrings:LiveSop.");
        var account = ServerAccount.OfThisProcess();
        var folder = DataFolder.Of(options.Folder, account);
        var local = new LocalPostgres(folder, account, logs.CreateLogger<LocalPostgres>());
        var owner = await local.StartAsync(stop);
        UsesOwn(log, folder.Root);
        return (owner, local);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Using the PostgreSQL server at {Host}, database {Name} (ConnectionStrings:LiveSop).")]
    private static partial void UsesGiven(ILogger log, string? host, string? name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Using a PostgreSQL server of the bot's own, in {Folder}; set ConnectionStrings:LiveSop for another.")]
    private static partial void UsesOwn(ILogger log, string folder);
}
