using System.Text.RegularExpressions;
using LiveSop.Workspace;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Stories;
using Xunit.Abstractions;

namespace LiveSop.Bot.Tests.Workspace;

/// <summary>Demo data whose steps can be told by a template would prove nothing.</summary>
public sealed partial class WordingTests(ITestOutputHelper output)
{
    [Fact]
    public void every_activity_can_be_said_in_fifty_ways_that_share_few_words()
    {
        var tooFew = new List<string>();
        foreach (var activity in StoryBook.Activities)
        {
            var ways = Ways(activity, 30_000);
            var kept = new List<HashSet<string>>();
            foreach (var way in ways.Select(Words).Where(w => kept.TrueForAll(k => Overlap(k, w) <= 0.6))) kept.Add(way);
            output.WriteLine($"{activity.Name}: {ways.Count} forms, {kept.Count} of them far apart");
            tooFew.AddRange(kept.Count < 50 ? [activity.Name] : []);
        }
        tooFew.Should().BeEmpty();
    }

    [Fact]
    public void what_was_written_for_an_activity_is_mostly_new_and_shares_few_words()
    {
        var history = CompanyHistory.Generate(1);
        var said = history.Messages.Where(m => m.Activities.Count == 1).ToLookup(m => m.Activities[0], m => m.Text);
        said.Should().HaveCount(StoryBook.Activities.Count, "every activity occurs");
        foreach (var activity in said)
        {
            var texts = activity.Select(Normal).ToList();
            var distinct = (double)texts.Distinct(StringComparer.Ordinal).Count() / texts.Count;
            var words = texts.ConvertAll(Words);
            var overlap = words.SelectMany((a, i) => words.Skip(i + 1).Select(b => Overlap(a, b))).DefaultIfEmpty(0).Average();
            output.WriteLine($"{activity.Key}: {texts.Count} messages, {distinct:P0} distinct, overlap {overlap:F3}");
            distinct.Should().BeGreaterThan(0.4, activity.Key);
            overlap.Should().BeLessThan(0.25, activity.Key);
        }
    }

    private static List<string> Ways(Activity activity, int draws)
    {
        var dice = new Dice(7).Fork(activity.Name);
        var stories = StoryBook.All.Where(s => s.Process.Activities().Contains(activity)).ToList();
        return [.. Enumerable.Range(0, draws).Select(_ => activity.Says.Say(dice, dice.Pick(stories).DrawTraits(dice))).Distinct(StringComparer.Ordinal)];
    }

    private static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : (double)common / (a.Count + b.Count - common);
    }

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>Values blanked, case and signs ignored, so that only the wording counts.</summary>
    private static string Normal(string text) => string.Join(' ', Word().Matches(Value().Replace(text, " ")).Select(m => m.Value.ToLowerInvariant()));

    [GeneratedRegex(@"[$]?[\p{L}']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"<[^>]*>|:[a-z_+0-9]+:|\S*\d\S*")]
    private static partial Regex Value();
}
