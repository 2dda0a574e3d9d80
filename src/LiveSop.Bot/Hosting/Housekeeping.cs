using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Inbox;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Hosting;

/// <summary>Forgets what is over: envelopes that were handled a day ago, effects sent a week ago, posts that could be edited for three months, jobs done a month ago. Little by little, so that nothing waits for it.</summary>
internal sealed partial class Housekeeping(Database database, Connections connections, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    /// <summary>Rows in one transaction.</summary>
    public const int MostAtOnce = 1000;

    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BetweenBatches = TimeSpan.FromMilliseconds(100);

    private static readonly (TimeSpan Keeps, Func<UnitOfWork, WorkspaceId, DateTimeOffset, CancellationToken, Task<int>> ForgetAsync)[] Chores =
    [
        (TimeSpan.FromDays(1), (unit, workspace, before, stop) => unit.ForgetAsync(workspace, before, MostAtOnce, stop)),
        (TimeSpan.FromDays(7), (unit, workspace, before, stop) => unit.ForgetSentAsync(workspace, stands: false, before, MostAtOnce, stop)),
        (TimeSpan.FromDays(90), (unit, workspace, before, stop) => unit.ForgetSentAsync(workspace, stands: true, before, MostAtOnce, stop)),
        (TimeSpan.FromDays(30), (unit, workspace, before, stop) => unit.ForgetDoneAsync(workspace, before, MostAtOnce, stop)),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            foreach (var workspace in connections.Workspaces) await TidyAsync(workspace, stoppingToken);
    }

    /// <summary>The one catch around a workspace: what could not be forgotten now is forgotten the next time.</summary>
    private async Task TidyAsync(WorkspaceId workspace, CancellationToken stop)
    {
        try
        {
            foreach (var (keeps, forgetAsync) in Chores)
                while (await ForgetSomeAsync(workspace, time.GetUtcNow() - keeps, forgetAsync, stop) == MostAtOnce) await Task.Delay(BetweenBatches, time, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            CannotTidy(log, workspace, e.GetType().Name);
        }
    }

    private async Task<int> ForgetSomeAsync(
        WorkspaceId workspace, DateTimeOffset before, Func<UnitOfWork, WorkspaceId, DateTimeOffset, CancellationToken, Task<int>> forgetAsync, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var forgotten = await forgetAsync(unit, workspace, before, stop);
        await unit.CommitAsync(stop);
        return forgotten;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is over in {Workspace} could not be forgotten ({Reason}); trying again later.")]
    private static partial void CannotTidy(ILogger log, WorkspaceId workspace, string reason);
}
