using System.Diagnostics;
using System.Globalization;
using LiveSop.Domain.Matching;
using LiveSop.Domain.Memory;

namespace LiveSop.Benchmarks.Matching;

/// <summary><c>learn [--kinds N] [--cases N]</c>: how long a recogniser takes to learn anew, and how fast it recognises: alone, on all processors, and while another is learning.</summary>
internal static class LearnBench
{
    private const int Unrelated = 3_000;
    private const int Asked = 20_000;

    public static int Run(string[] args, TextWriter output, TextWriter progress)
    {
        var (kinds, cases) = (Number(args, "--kinds", 200), Number(args, "--cases", 100));
        var invented = new InventedKinds(1);
        var requests = Enumerable.Range(0, kinds * cases).Select(number => (invented.Request(number % kinds), number % kinds)).ToList();
        var lessons = new Lessons(requests, [.. Enumerable.Range(0, Unrelated).Select(_ => invented.Unrelated(kinds))], kinds, 0.2, WordVectors.Shipped);
        var asked = Enumerable.Range(0, Asked).Select(number => number % 10 == 0 ? invented.Request(number % kinds) : invented.Unrelated(kinds)).ToList();

        var watch = Stopwatch.StartNew();
        var recogniser = Recogniser.Train(lessons, Precision.Usual)!;
        var learning = watch.Elapsed;
        progress.WriteLine($"{requests.Count} cases of {kinds} kinds learnt in {learning.TotalSeconds:0.0} s");
        var alone = Rate(asked, () => asked.ForEach(text => recogniser.Recognise(text)));
        var together = Rate(asked, () => Parallel.ForEach(asked, text => recogniser.Recognise(text)));
        var beside = Task.Run(() => Recogniser.Train(lessons, Precision.Usual));
        var waits = new List<double>();
        for (var i = 0; !beside.IsCompleted; i++) waits.Add(Wait(recogniser, asked[i % asked.Count]));
        waits.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""
            {"kinds":{{kinds}},"cases":{{requests.Count}},"learnSeconds":{{learning.TotalSeconds:0.0}},"aSecondAlone":{{alone:0}},"aSecondTogether":{{together:0}},"besideLearning":{"asked":{{waits.Count}},"p50Ms":{{At(waits, 0.5):0.000}},"p99Ms":{{At(waits, 0.99):0.000}},"maxMs":{{waits[^1]:0.0}}},"found":{{asked.Count(text => recogniser.Recognise(text) is Match.Found)}},"of":{{asked.Count / 10}}}
            """));
        return 0;
    }

    private static double Rate(List<string> asked, Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return asked.Count / watch.Elapsed.TotalSeconds;
    }

    private static double Wait(Recogniser recogniser, string text)
    {
        var begun = Stopwatch.GetTimestamp();
        recogniser.Recognise(text);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];

    private static int Number(string[] args, string name, int usual) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 1 ? given : usual;
}
