using System.Diagnostics;
using System.Globalization;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Apps;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Benchmarks.Load;

/// <summary>The bot as it is installed: <c>livesop run</c> with a PostgreSQL server of its own, into whose tables this looks.</summary>
internal sealed class BotListener : Listener
{
    private readonly DatabaseSource database;
    private readonly Scope scope;
    private readonly string vitals;

    private BotListener((Process Process, StreamWriter Log) started, DatabaseSource database, string workspace, string folder) : base(started.Process, started.Log)
    {
        (this.database, scope, vitals) = (database, new Scope.Miner(new(workspace)), VitalsOf(folder));
        DatabaseServer = int.Parse(File.ReadLines(Path.Combine(DatabaseOf(folder), "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
    }

    public override int? DatabaseServer { get; }

    public DatabaseSource Tables => database;

    /// <summary>Starts with an empty database.</summary>
    /// <param name="settings">As environment variables, besides the usual ones.</param>
    public static async Task<BotListener> StartAsync(SimulatedSlack slack, Installation app, string workspace, string folder, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        folder = Path.GetFullPath(folder);
        if (Directory.Exists(DatabaseOf(folder))) Directory.Delete(DatabaseOf(folder), recursive: true);
        Directory.CreateDirectory(folder);
        File.Delete(VitalsOf(folder));
        var bot = Path.Combine(AppContext.BaseDirectory, "livesop.dll");
        var started = Start("dotnet", [bot, "run"], new Dictionary<string, string>([.. Environment(slack, app, folder), .. settings]), Path.Combine(folder, "bot.log"));
        await slack.UntilAsync(() => started.Process.HasExited || app.App.Sockets.Open.Count > 0);
        var database = await DatabaseSource.OpenAsync(new DatabaseOptions { Folder = DatabaseOf(folder) }, NullLoggerFactory.Instance, CancellationToken.None);
        return new BotListener(started, database, workspace, folder);
    }

    /// <summary>Rows of the queue: not yet handled, sent or done.</summary>
    public override async Task<long> BacklogAsync(CancellationToken stop) =>
        (await AskAsync("SELECT count(*) FROM work_queue", row => row.GetInt64(0), stop))[0];

    public async Task<HashSet<(string Channel, string Ts)>> HeardAsync(CancellationToken stop) =>
        [.. await AskAsync("SELECT channel_id, ts FROM messages", row => (row.GetString(0), row.GetString(1)), stop)];

    public async Task<bool> HasReadAsync(CancellationToken stop) =>
        (await AskAsync("SELECT 1 FROM readings WHERE kind = 'backfill' AND state = 'done'", row => row.GetInt32(0), stop)).Count > 0;

    /// <summary>Milliseconds from when a message was said until the transaction that handled it began: the median, 99 of 100, the longest.</summary>
    public async Task<Times> HandledAfterAsync(CancellationToken stop) => Times.Of(await AskAsync("""
        SELECT 1000 * extract(epoch FROM handled_at - to_timestamp(split_part(dedup_key, ':', 3)::numeric::double precision))::double precision
        FROM inbox WHERE handled_at IS NOT NULL AND dedup_key LIKE 'm:%'
        """, row => row.GetDouble(0), stop));

    /// <summary>A line a second: see <see cref="StartupHook"/>.</summary>
    public IReadOnlyList<long[]> Vitals() => File.Exists(vitals)
        ? [.. File.ReadLines(vitals).Select(line => line.Split(' ').Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray())]
        : [];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await database.DisposeAsync();
    }

    private static string DatabaseOf(string folder) => Path.Combine(folder, "postgres");

    private static string VitalsOf(string folder) => Path.Combine(folder, "vitals.txt");

    private static Dictionary<string, string> Environment(SimulatedSlack slack, Installation app, string folder) => new()
    {
        ["SLACK_BOT_TOKEN"] = app.BotToken,
        ["SLACK_APP_TOKEN"] = app.AppToken,
        ["Slack__ApiUrl"] = slack.ApiUrl.ToString(),
        ["Slack__Limits"] = "false",
        ["Database__Folder"] = DatabaseOf(folder),
        ["DOTNET_STARTUP_HOOKS"] = typeof(BotListener).Assembly.Location,
        [StartupHook.File] = VitalsOf(folder),
    };

    private async Task<List<T>> AskAsync<T>(string sql, Func<Npgsql.NpgsqlDataReader, T> read, CancellationToken stop)
    {
        await using var unit = await database.Database.BeginAsync(scope, stop);
        return await unit.ReadAsync(sql, read, stop);
    }
}
