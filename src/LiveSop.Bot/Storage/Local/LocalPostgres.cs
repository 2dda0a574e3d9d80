using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LiveSop.Bot.Storage.Local;

/// <summary>
/// A private PostgreSQL server, for whoever brings none: own data, Unix socket only, not as root. The first bot on a data folder starts it, others
/// join it, the last one out stops it. A bot that was killed leaves it running, and the next one adopts it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class LocalPostgres(DataFolder folder, ServerAccount account, ILogger<LocalPostgres> log) : IAsyncDisposable
{
    private const string Owner = "livesop_owner";
    private const string DatabaseName = "livesop";

    private Cluster? cluster;
    private FolderLock? use;

    /// <returns>The owner's connection string.</returns>
    /// <exception cref="UnusableDatabaseException">No server can be run here.</exception>
    public async Task<string> StartAsync(CancellationToken stop)
    {
        try
        {
            Prepare();
            using var turn = await FolderLock.TakeAsync(folder.TurnLock, stop);
            use = FolderLock.TryShare(folder.UseLock);
            cluster = new Cluster(folder, account, ServerPrograms.Choose(await ServerPrograms.FindAsync(stop), folder));
            var owner = await OwnerAsync(stop);
            if (folder.Major is null) await cluster.InitialiseAsync(Owner, owner.Password!, stop);
            if (await cluster.IsRunningAsync(stop) && await AnswersAsync(owner, stop)) Joined(folder.Root);
            else await cluster.LaunchAsync(stop);
            await CreateDatabaseAsync(owner, stop);
            return owner.ConnectionString;
        }
        catch (Exception e)
        {
            await DisposeAsync();
            if (e is not (IOException or UnauthorizedAccessException)) throw;
            throw new UnusableDatabaseException($"The folder {folder.Root} cannot be used ({e.Message.TrimEnd('.')}); give the right to write there, or set Database:Folder to another.", e);
        }
    }

    /// <summary>Stops the server, unless another bot uses it. Whoever holds connections has closed them before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (use is null) return;
        using var turn = await FolderLock.TakeAsync(folder.TurnLock, CancellationToken.None);
        use.Dispose();
        use = null;
        using var alone = FolderLock.TryTake(folder.UseLock);
        if (alone is null) LeftRunning(folder.Root);
        else if (cluster is not null) await cluster.StopAsync();
    }

    private void Prepare()
    {
        if (!account.Reaches(folder.Root))
            throw new UnusableDatabaseException(
                $"The bot runs as root and PostgreSQL as {account.Name}, which may not enter {folder.Root}; set Database:Folder to a folder it can enter, as /var/lib/livesop, or run the bot as another user.");
        var others = account.Name is null ? UnixFileMode.None : UnixFileMode.OtherExecute;
        Directory.CreateDirectory(folder.Root);
        File.SetUnixFileMode(folder.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | others);
    }

    private async Task<NpgsqlConnectionStringBuilder> OwnerAsync(CancellationToken stop) => new()
    {
        Host = folder.Sockets,
        Port = 5432,
        Username = Owner,
        Password = await folder.PasswordAsync(stop),
        Database = DatabaseName,
    };

    /// <summary>False where the running process turns out to be no server of ours. One that is still recovering is waited for.</summary>
    private static async Task<bool> AnswersAsync(NpgsqlConnectionStringBuilder owner, CancellationToken stop)
    {
        for (var silent = 0; silent < 100; await Task.Delay(50, stop))
            try
            {
                await using var connection = await OpenAsync(owner, stop);
                return true;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
            }
            catch (NpgsqlException e) when (e.InnerException is SocketException)
            {
                silent++;
            }
        return false;
    }

    private static async Task CreateDatabaseAsync(NpgsqlConnectionStringBuilder owner, CancellationToken stop)
    {
        await using var connection = await OpenAsync(owner, stop);
        await using var ask = new NpgsqlCommand($"SELECT FROM pg_database WHERE datname = '{DatabaseName}'", connection);
        await using (var answer = await ask.ExecuteReaderAsync(stop))
            if (answer.HasRows) return;
        await using var create = new NpgsqlCommand($"CREATE DATABASE {DatabaseName}", connection);
        await create.ExecuteNonQueryAsync(stop);
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlConnectionStringBuilder owner, CancellationToken stop)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Joined the PostgreSQL server that runs on {Folder} already.")]
    private partial void Joined(string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "Left the PostgreSQL server on {Folder} running: another bot uses it.")]
    private partial void LeftRunning(string folder);
}
