using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LiveSop.Bot.Hosting;

/// <summary>How a run ended.</summary>
internal abstract record HostEnd
{
    private HostEnd()
    {
    }

    /// <summary>It was told to, and ended what it had begun.</summary>
    internal sealed record Stopped : HostEnd;

    /// <param name="Sentence">What happened, for a person.</param>
    internal sealed record Broken(string Sentence) : HostEnd;
}

/// <summary>Runs the host and tells an end that was asked for from one that was not: the host itself tells both alike.</summary>
internal static class HostRun
{
    public static async Task<HostEnd> UntilStoppedAsync(IHost host, CancellationToken stop)
    {
        var loops = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await BeginAsync(host, stop);
        try
        {
            await host.WaitForShutdownAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // The time for stopping is over; whoever has not ended is named below.
        }
        return End(loops);
    }

    private static async Task BeginAsync(IHost host, CancellationToken stop)
    {
        try
        {
            await host.StartAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop while it began: what has begun is stopped like everything.
        }
    }

    private static HostEnd End(List<BackgroundService> loops)
    {
        if (loops.FirstOrDefault(loop => loop.ExecuteTask is { IsFaulted: true }) is { } broken)
            return new HostEnd.Broken($"The bot stopped because {broken.GetType().Name} failed ({broken.ExecuteTask!.Exception!.GetBaseException().GetType().Name}). "
                + "This is a fault in LiveSOP; please report it with the lines above, and start the bot again: it goes on where it was.");
        var late = loops.Where(loop => loop.ExecuteTask is { IsCompleted: false }).Select(loop => loop.GetType().Name).ToList();
        return late.Count == 0 ? new HostEnd.Stopped() : new HostEnd.Broken(
            $"The bot was told to stop, and {string.Join(", ", late)} did not end within {BotHost.LongestStop.TotalSeconds:0} s; what was begun is looked at again at the next start.");
    }
}
