using System.Globalization;
using LiveSop.Workspace.Stories;

namespace LiveSop.Benchmarks.Drifting;

/// <summary><c>weeks [--seeds N] [--seed N]</c>: whether the invented company's changed ways are found in its talk.</summary>
internal static class WeeksBench
{
    public static int Run(string[] args, TextWriter output)
    {
        var (seeds, first) = (Option(args, "--seeds", 5), Option(args, "--seed", 1));
        foreach (var saved in new[] { true, false })
        {
            IReadOnlyList<Story> stories = saved ? [.. StoryBook.All.Select(story => story.WithSavedReplies())] : StoryBook.All;
            foreach (var way in NewWay.All)
            {
                var used = saved ? way.WithSavedReplies() : way;
                var lived = Enumerable.Range(first, seeds).AsParallel().AsOrdered().Select(seed => Weeks.Live(seed, used, stories)).ToList();
                var name = $"{(saved ? "saved replies" : "own words")}, {way.Before.Kind} {way.Change}";
                var delays = string.Join(' ', lived.Select(one => one.Cases?.ToString(CultureInfo.InvariantCulture) ?? "–"));
                output.WriteLine($"| {name} | {lived.Count(one => one.Early)} | {lived.Count(one => one.Right > 0)} | {lived.Count(one => one.Right > 0 && one.Right == one.Reasons)} | {delays} |");
                foreach (var one in lived) output.WriteLine($"    {one.Said}");
            }
        }
        return 0;
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
