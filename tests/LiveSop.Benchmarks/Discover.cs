using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LiveSop.Domain.Mining;
using EventLog = LiveSop.Domain.Mining.EventLog;

namespace LiveSop.Benchmarks;

/// <summary><c>discover LOG.csv [--quality] [--time] [--noise N]</c>: the process tree of a log, or its figures; how long 20 more runs take. With a noise threshold: plain inductive mining, to compare with.</summary>
internal static class Discover
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        var log = await Inputs.ReadLogAsync(args[0]);
        var watch = Stopwatch.StartNew();
        var tree = Mine(log, args);
        progress.WriteLine($"{log.Cases} cases, {log.Variants.Count} variants: {watch.Elapsed.TotalMilliseconds:0} ms, first time in this process");
        if (args.Contains("--time"))
        {
            watch.Restart();
            for (var i = 0; i < 20; i++) Mine(log, args);
            progress.WriteLine($"{watch.Elapsed.TotalMilliseconds / 20:0.0} ms warm");
        }
        output.WriteLine(args.Contains("--quality") ? Figures(Quality.Of(tree, log)) : ProcessTreeNotation.Write(tree, log.Activities));
        return 0;
    }

    private static ProcessTree Mine(EventLog log, string[] args)
    {
        var at = Array.IndexOf(args, "--noise");
        return at < 0
            ? Discovery.Discover(log)
            : new InductiveMiner(double.Parse(args[at + 1], CultureInfo.InvariantCulture)).Mine(log);
    }

    private static string Figures(Quality quality) => JsonSerializer.Serialize(new
    {
        fitness = Math.Round(quality.Fitness, 4),
        precision = Math.Round(quality.Precision, 4),
        f = Math.Round(quality.F, 4),
    });
}
