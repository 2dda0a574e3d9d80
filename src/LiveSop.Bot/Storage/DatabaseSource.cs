using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Storage;

/// <summary>A database that is ready for work, on the given server or on one of the bot's own. Disposing it closes the one and stops the other.</summary>
internal sealed class DatabaseSource : IAsyncDisposable
{
    private readonly DatabaseServer server;

    private DatabaseSource(DatabaseServer server, Database database) => (this.server, Database) = (server, database);

    public Database Database { get; }

    /// <summary>The connection string of the tables' owner. Row security does not bind it everywhere: for tables that have none.</summary>
    public string Owner => server.Owner;

    /// <summary>Starts or finds the server, checks it, and brings the tables up to date.</summary>
    /// <param name="mustExist">A server of the bot's own that has no data yet is refused and not made.</param>
    /// <exception cref="UnusableDatabaseException">There is none to work with.</exception>
    public static async Task<DatabaseSource> OpenAsync(DatabaseOptions options, ILoggerFactory logs, CancellationToken stop, bool mustExist = false)
    {
        var server = await DatabaseServer.OpenAsync(options, logs, stop, mustExist);
        try
        {
            var role = options.RoleFor(server.Owner);
            await new Schema(server.Owner, role, logs.CreateLogger<Schema>()).ApplyAsync(stop);
            await using (var app = await StartChecks.ConnectAsync(role.Connection, stop)) await StartChecks.RoleAsync(app, stop);
            return new DatabaseSource(server, Database.Open(role.Connection, logs));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await server.DisposeAsync();
    }
}
