using System.Globalization;
using LiveSop.Workspace;

namespace LiveSop.Benchmarks.Forecasting;

/// <summary><c>forecast [--channels N] [--by-kind]</c>: how far the forecast of a reading's time is from the truth, after 2, 10 and 50 % of the work, over many invented channels.</summary>
internal static class ForecastBench
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 14, 20, 0, TimeSpan.Zero);
    private static readonly int[] Sizes = [300, 1000, 3000, 10_000, 50_000];
    private static readonly double[] Moments = [0.02, 0.1, 0.5];

    public static int Run(string[] args, TextWriter output)
    {
        var each = Array.IndexOf(args, "--channels") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 20;
        var trials = Sizes.SelectMany(size => Shape.All.SelectMany(shape => Enumerable.Range(0, each).Select(i => (size, shape, i)))).ToList();
        foreach (var (tier, page) in new[] { ("reduced", 15), ("normal", 200) })
        {
            var results = trials.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(trial => (trial.size, Trial: Run(trial.shape.Channel(trial.size, Now, new Dice(42).Fork($"{trial.shape.Kind} {trial.size}", trial.i)), page))).ToList();
            Table(output, $"{tier}, messages in the year", results.GroupBy(r => r.size.ToString("N0", CultureInfo.InvariantCulture), r => r.Trial));
            if (args.Contains("--by-kind")) Table(output, $"{tier}, 1,000 messages and more", results.Where(r => r.size >= 1000).GroupBy(r => r.Trial.Kind, r => r.Trial));
        }
        return 0;
    }

    private static Trial Run(PastChannel channel, int page)
    {
        var whole = new PlayedReading(channel, page);
        while (!whole.IsDone) whole.Step();
        var again = new PlayedReading(channel, page);
        var errors = Moments.Select(moment =>
        {
            while (again.Steps < Math.Max(1, moment * whole.Steps)) again.Step();
            return (again.Forecast() - (whole.Steps - again.Steps)) / Math.Max(1, whole.Steps - again.Steps);
        }).ToList();
        return new(channel.Kind, whole.Steps, whole.Soundings, errors);
    }

    private static void Table(TextWriter output, string title, IEnumerable<IGrouping<string, Trial>> groups)
    {
        output.WriteLine($"| {title} | calls, median | soundings | " + string.Join(" | ", Moments.Select(m => $"{m:0 %}: bias, median, p90, within 20 %")) + " |");
        output.WriteLine("| --- | --- | --- |" + string.Concat(Moments.Select(_ => " --- |")));
        foreach (var group in groups)
        {
            var all = group.ToList();
            output.WriteLine($"| {group.Key} | {Quantile(all.Select(t => (double)t.Steps), 0.5):N0} | {Quantile(all.Select(t => (double)t.Soundings), 0.5):0} | "
                + string.Join(" | ", Moments.Select((_, i) => Figures([.. all.Select(t => t.Errors[i])]))) + " |");
        }
        output.WriteLine();
    }

    private static string Figures(List<double> errors) => string.Create(CultureInfo.InvariantCulture,
        $"{100 * Quantile(errors, 0.5):+0;-0;0} %, {100 * Quantile(errors.Select(Math.Abs), 0.5):0} %, {100 * Quantile(errors.Select(Math.Abs), 0.9):0} %, **{100.0 * errors.Count(e => Math.Abs(e) <= 0.2) / errors.Count:0} %**");

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
    }

    private sealed record Trial(string Kind, int Steps, int Soundings, IReadOnlyList<double> Errors);
}
