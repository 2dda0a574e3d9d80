using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting.Health;

/// <summary>What waits in one queue.</summary>
/// <param name="Waiting">Later attempts included.</param>
/// <param name="Age">Of the oldest that could be worked on; zero where there is none.</param>
internal sealed record Backlog(long Waiting, TimeSpan Age)
{
    public static Backlog None { get; } = new(0, TimeSpan.Zero);
}

/// <summary>What was given up and stays until somebody looks at it.</summary>
internal sealed record Parked(long Envelopes, long Effects, long Jobs);

/// <summary>Feels the pulse of queues and sockets every 15 seconds, by one small query, for the health endpoint and the gauges. Counts only the workspaces that are connected here.</summary>
internal sealed partial class Pulse(Database database, Connections connections, Attendance attendance, TimeProvider time, ILogger<Pulse> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>While the database is away, or a workspace is only just coming.</summary>
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestQuery = TimeSpan.FromSeconds(5);

    /// <summary>What is parked is looked for among much that is not.</summary>
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromMinutes(5);

    private const string Queues = """
        SELECT kind, count(*), extract(epoch FROM $1 - min(due_at) FILTER (WHERE due_at <= $1))::float8 FROM work_queue WHERE workspace_id = ANY($2) GROUP BY kind
        """;

    private const string Counts = """
        SELECT (SELECT count(*) FROM inbox WHERE workspace_id = $1 AND parked_reason IS NOT NULL),
          (SELECT count(*) FROM outbox WHERE workspace_id = $1 AND state = 'parked'), (SELECT count(*) FROM jobs WHERE workspace_id = $1 AND state = 'parked')
        """;

    private DateTimeOffset counted = DateTimeOffset.MinValue;
    private int countedIn;

    public Backlog Inbox { get; private set; } = Backlog.None;

    public Parked Parked { get; private set; } = new(0, 0, 0);

    /// <summary>Since when the database does not answer; null while it does.</summary>
    public DateTimeOffset? AwaySince { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Listen();
            var isWhole = await FeelAsync(stoppingToken) && attendance.All.All(one => one.Value is not Presence.Coming);
            await Task.Delay(isWhole ? Interval : SoonAgain, time, stoppingToken);
        }
    }

    /// <summary>The one catch around a measurement.</summary>
    /// <returns>False where the database does not answer.</returns>
    private async Task<bool> FeelAsync(CancellationToken stop)
    {
        using var late = new CancellationTokenSource(LongestQuery, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            await MeasureAsync(either.Token);
            AwaySince = null;
            return true;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            if (AwaySince is null) CannotMeasure(log, e.GetType().Name);
            AwaySince ??= time.GetUtcNow();
            return false;
        }
    }

    private async Task MeasureAsync(CancellationToken stop)
    {
        var (now, workspaces) = (time.GetUtcNow(), connections.Workspaces.ToList());
        await using var unit = await database.BeginAsync(new Scope.Dispatcher(), stop);
        var rows = await unit.ReadAsync(Queues, row => (Kind: row.GetString(0), Backlog: new Backlog(row.GetInt64(1), TimeSpan.FromSeconds(row.IsDBNull(2) ? 0 : row.GetDouble(2)))),
            stop, now, workspaces.Select(workspace => workspace.Value).ToArray());
        Backlog Of(string kind) => rows.FirstOrDefault(row => row.Kind == kind).Backlog ?? Backlog.None;
        Inbox = Of("inbox");
        Instruments.Inbox(Inbox.Age);
        Instruments.Outbox(Of("outbox").Waiting, Of("outbox").Age);
        if (now - counted < BetweenCounts && workspaces.Count == countedIn) return;
        Parked = await CountAsync(unit, workspaces, stop);
        (counted, countedIn) = (now, workspaces.Count);
    }

    private static async Task<Parked> CountAsync(UnitOfWork unit, IReadOnlyList<WorkspaceId> workspaces, CancellationToken stop)
    {
        var all = new List<Parked>();
        foreach (var workspace in workspaces)
        {
            await unit.EnterAsync(new Scope.Miner(workspace), stop);
            all.AddRange(await unit.ReadAsync(Counts, row => new Parked(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), stop, workspace.Value));
        }
        return new(all.Sum(one => one.Envelopes), all.Sum(one => one.Effects), all.Sum(one => one.Jobs));
    }

    private void Listen()
    {
        foreach (var there in attendance.All.Select(one => one.Value).OfType<Presence.There>()) Instruments.Sockets(there.Workspace.Value, there.Sockets().Open);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queues cannot be measured ({Reason}); trying again.")]
    private static partial void CannotMeasure(ILogger log, string reason);
}
