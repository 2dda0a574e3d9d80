using LiveSop.Bot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Slack.Inbox;

/// <summary>Forgets, every hour, the keys of envelopes that were handled long ago. What was parked stays.</summary>
internal sealed partial class InboxSweeper(Database database, Reception reception, TimeProvider time, ILogger<InboxSweeper> log) : BackgroundService
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    /// <summary>Slack's last try comes after six minutes; an outage of its own may hold some back for longer.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenSweeps, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await SweepAsync(stoppingToken);
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        try
        {
            foreach (var workspace in reception.Workspaces)
            {
                await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
                await unit.ForgetAsync(workspace, time.GetUtcNow() - Remembered, stop);
                await unit.CommitAsync(stop);
            }
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            CannotSweep(log, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox could not be swept ({Reason}); the next sweep is in an hour.")]
    private static partial void CannotSweep(ILogger log, string reason);
}
