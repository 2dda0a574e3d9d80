using LiveSop.Bot.Storage.Local;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>The server that the options name, or one of the bot's own, which disposing stops unless another bot uses it. What is in the database is not looked at.</summary>
internal sealed partial class DatabaseServer : IAsyncDisposable
{
    private readonly IAsyncDisposable? own;

    private DatabaseServer(string owner, IAsyncDisposable? own) => (Owner, this.own) = (owner, own);

    /// <summary>The connection string of the tables' owner.</summary>
    public string Owner { get; }

    /// <param name="mustExist">A server of the bot's own that has no data yet is refused and not made.</param>
    /// <exception cref="UnusableDatabaseException">There is none to work with.</exception>
    public static async Task<DatabaseServer> OpenAsync(DatabaseOptions options, ILoggerFactory logs, CancellationToken stop, bool mustExist = false)
    {
        var log = logs.CreateLogger<DatabaseSource>();
        if (options.Owner is { } given)
        {
            var settings = new NpgsqlConnectionStringBuilder(given);
            UsesGiven(log, settings.Host, settings.Database);
            return new DatabaseServer(given, own: null);
        }
        if (OperatingSystem.IsWindows()) throw new UnusableDatabaseException("On Windows the bot runs no database of its own; give one in ConnectionStrings:LiveSop.");
        var account = ServerAccount.OfThisProcess();
        var folder = DataFolder.Of(options.Folder, account);
        if (mustExist && folder.Major is null)
            throw new UnusableDatabaseException($"There is no data in {folder.Root}; start this where the bot is started, or name its folder in Database:Folder or its server in ConnectionStrings:LiveSop.");
        var local = new LocalPostgres(folder, account, logs.CreateLogger<LocalPostgres>());
        var owner = await local.StartAsync(stop);
        UsesOwn(log, folder.Root);
        return new DatabaseServer(owner, local);
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Using the PostgreSQL server at {Host}, database {Name} (ConnectionStrings:LiveSop).")]
    private static partial void UsesGiven(ILogger log, string? host, string? name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Using a PostgreSQL server of the bot's own, in {Folder}; set ConnectionStrings:LiveSop for another.")]
    private static partial void UsesOwn(ILogger log, string folder);
}
