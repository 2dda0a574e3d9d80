using System.Globalization;
using LiveSop.Workspace.Stories;

namespace LiveSop.Benchmarks.Drifting;

/// <summary><c>weeks [--seeds N] [--seed N]</c>: whether the invented company's changed ways are found in its talk, looked at each night as the bot does.</summary>
internal static class WeeksBench
{
    public static int Run(string[] args, TextWriter output)
    {
        var (seeds, first) = (Option(args, "--seeds", 10), Option(args, "--seed", 1));
        output.WriteLine("| team, kind, change | of | proposed before the change | right | nothing but right | cases of the new way until then |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var saved in new[] { true, false })
        {
            IReadOnlyList<Story> stories = saved ? [.. StoryBook.All.Select(story => story.WithSavedReplies())] : StoryBook.All;
            foreach (var way in NewWay.All.Select(way => saved ? way.WithSavedReplies() : way))
            {
                var lived = Enumerable.Range(first, seeds).AsParallel().AsOrdered().Select(seed => Weeks.Live(seed, way, stories)).ToList();
                var right = lived.Where(one => one.Right > 0).ToList();
                var cases = string.Join(' ', lived.Select(one => one.Cases?.ToString(CultureInfo.InvariantCulture) ?? "–"));
                output.WriteLine($"| {(saved ? "saved replies" : "own words")}, {way.Before.Kind}, `{way.Change}` | {lived.Count} | {lived.Count(one => one.Early)} | {right.Count} | {right.Count(one => one.Right == one.Reasons)} | {cases} |");
            }
        }
        return 0;
    }

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
