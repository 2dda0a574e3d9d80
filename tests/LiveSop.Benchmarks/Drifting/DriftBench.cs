using System.Diagnostics;
using System.Globalization;
using LiveSop.Domain.Drift;
using LiveSop.Domain.Tests.Drift.Simulated;
using Stream = LiveSop.Domain.Tests.Drift.Simulated.Stream;

namespace LiveSop.Benchmarks.Drifting;

/// <summary><c>drift [--streams N] [--still N] [--seed N]</c>: how soon a changed way of working is found, how often one is found that is none, and what a look costs.</summary>
internal static class DriftBench
{
    private static readonly Shapes[] All =
    [
        Shapes.Rows, Shapes.Rows with { Name = "blocks in a row, baselines of 10", Cases = (10, 10) },
        Shapes.Nests, Shapes.Nests with { Name = "blocks within blocks, baselines of 10", Cases = (10, 10) },
    ];

    public static int Run(string[] args, TextWriter output)
    {
        var (streams, still, seed) = (Option(args, "--streams", 500), Option(args, "--still", 2000), Option(args, "--seed", 1));
        output.WriteLine("| changing streams | found | cases to the right proposal: 25 %, median, 75 % | something before the change | wrong first | right with more |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var shapes in All) Changing(shapes, streams, seed, output);
        output.WriteLine();
        output.WriteLine("| streams of 100 cases without a change | raised something |");
        output.WriteLine("| --- | --- |");
        foreach (var shapes in All) Still(shapes, still, seed, output);
        foreach (var shapes in new[] { Shapes.Rows, Shapes.Nests })
            Still(shapes with { Name = $"{shapes.Name}, tree mined from the baseline", Mined = true }, still, seed, output);
        foreach (var shapes in new[] { Shapes.Rows, Shapes.Nests })
            Still(shapes with { Name = $"{shapes.Name}, tree mined from a baseline of 4", Mined = true, Cases = (4, 4) }, still, seed, output);
        Cost(seed, output);
        return 0;
    }

    private static void Changing(Shapes shapes, int streams, int seed, TextWriter output)
    {
        ChangeKind[] steps = [ChangeKind.Skip, ChangeKind.Add, ChangeKind.Move];
        var all = Enumerable.Range(0, streams).AsParallel().AsOrdered()
            .Select(i => (Kind: steps[i % 3], Trial: Trial.Of(Stream.Changing(shapes, steps[i % 3], seed * 100_000 + i), i))).ToList();
        Row($"{shapes.Name}: skipped, added, moved", [.. all.Select(one => one.Trial)], output);
        foreach (var kind in steps) Row($"{shapes.Name}: {kind}", [.. all.Where(one => one.Kind == kind).Select(one => one.Trial)], output);
        Row($"{shapes.Name}: a branch from 50 % to 90 %", [.. Enumerable.Range(0, streams).AsParallel().AsOrdered()
            .Select(i => Trial.Of(Stream.Changing(shapes, ChangeKind.Shift, seed * 100_000 + i), i))], output);
    }

    private static void Row(string name, List<Trial> trials, TextWriter output)
    {
        var delays = trials.Select(trial => trial.Delay ?? int.MaxValue).Order().ToList();
        string At(double share) => delays[(int)(share * (delays.Count - 1))] is < int.MaxValue and var delay ? $"{delay}" : "never";
        string Part(Func<Trial, bool> which) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * trials.Count(which) / trials.Count:0.0} %");
        output.WriteLine($"| {name} | {Part(trial => trial.Delay is not null)} of {trials.Count} | {At(0.25)}, **{At(0.5)}**, {At(0.75)} | {Part(trial => trial.Early)} | {Part(trial => trial.WrongFirst)} | {Part(trial => trial.Surplus)} |");
    }

    private static void Still(Shapes shapes, int streams, int seed, TextWriter output)
    {
        var raised = Enumerable.Range(0, streams).AsParallel().Count(i => Trial.Raises(Stream.Still(shapes, seed * 100_000 + i)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {shapes.Name} | {raised} of {streams}, **{100.0 * raised / streams:0.00} %** |"));
    }

    private static void Cost(int seed, TextWriter output)
    {
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var stream = Stream.Changing(Shapes.Rows, ChangeKind.Move, seed * 100_000 + i);
            List<CaseTrace> live = [.. Enumerable.Range(0, 1000).Select(k => new CaseTrace($"{k}", stream.Live[k % stream.Live.Count].Activities))];
            var watch = Stopwatch.StartNew();
            DriftWatch.Look(stream.Tree, stream.Baseline, live, []);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nA look at 1,000 live cases, from scratch: {times[10]:0} ms at the median, {times[^1]:0} at most, of 20."));
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
