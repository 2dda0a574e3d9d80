using System.Runtime.InteropServices;

namespace LiveSop.Benchmarks.Load;

/// <summary>
/// <c>load</c>: a simulated Slack in this process sends what people say to the bot, or to Slack's own framework, in a process of its own; all on this
/// machine. What is measured, and how it came out: docs/performance.md.
/// </summary>
internal static class LoadBench
{
    /// <returns>0 where the rate is sustained and nothing was lost or doubled.</returns>
    /// <exception cref="LoadException">The options are wrong, or the listener did not start.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        var options = Options(args);
        using var end = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, end));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, end));
        try
        {
            return await MeasureAsync(options, output, progress, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            throw new LoadException("Broken off.");
        }
    }

    // Whoever breaks it off wants the listener gone too, so everything is still disposed of.
    private static void End(PosixSignalContext signal, CancellationTokenSource end)
    {
        signal.Cancel = true;
        end.Cancel();
    }

    private static async Task<int> MeasureAsync(LoadOptions options, TextWriter output, TextWriter progress, CancellationToken stop)
    {
        await using var crowd = await Crowd.GatherAsync(new SmallTalk(options.Mentions), options.Channels);
        await using Listener listener = options.Bolt ? await BoltListener.StartAsync(crowd, options) : await BotListener.StartAsync(crowd.Slack, crowd.App, crowd.WorkspaceId, options.Folder);
        if (listener.HasEnded) throw new LoadException($"The listener did not start; {options.Folder} has its log.");
        await Trial.RestAsync(crowd, listener, stop);
        if (options.WarmUp > 0) await Trial.RunAsync(crowd, listener, options, TimeSpan.FromSeconds(options.WarmUp), stop);
        await Trial.RestAsync(crowd, listener, stop);
        var trial = options.Max
            ? await new Ceiling(crowd, listener, options, progress).FindAsync(stop)
            : await Trial.RunAsync(crowd, listener, options, TimeSpan.FromSeconds(options.Seconds), stop);
        await Trial.RestAsync(crowd, listener, stop);
        return await TellAsync(crowd, listener, trial, (output, progress), stop);
    }

    private static async Task<int> TellAsync(Crowd crowd, Listener listener, Trial trial, (TextWriter Json, TextWriter Text) to, CancellationToken stop)
    {
        var bot = listener as BotListener;
        var verdict = bot is null ? null : await Verdict.OfAsync(crowd, bot, stop);
        new LoadReport(bot is null ? "@slack/bolt" : "livesop", trial, verdict, bot?.Vitals() ?? []).Write(to.Text, to.Json);
        foreach (var fault in crowd.Slack.Faults.Take(10)) to.Text.WriteLine($"  Slack did not like: {fault.Why}");
        return trial.Fault is null && verdict is null or { IsClean: true } ? 0 : 1;
    }

    private static LoadOptions Options(string[] args)
    {
        try
        {
            return LoadOptions.Of(args);
        }
        catch (FormatException wrong)
        {
            throw new LoadException(wrong.Message);
        }
    }
}
