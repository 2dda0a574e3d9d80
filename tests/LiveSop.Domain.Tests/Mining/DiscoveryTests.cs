using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Mining;

public sealed class DiscoveryTests
{
    private static readonly string[][] Handling =
    [
        ["open", "look", "fix", "test", "close"], ["open", "look", "fix", "test", "fix", "test", "close"],
        ["open", "look", "ask", "fix", "test", "close"], ["open", "ask", "look", "fix", "test", "close"],
    ];

    [Fact]
    public void the_order_of_cases_does_not_matter()
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var random = new Random(seed);
            var cases = Enumerable.Range(0, 40).Select(_ => RandomMining.Trace(random, 5, 7).Select(a => RandomMining.Names[a]).ToArray()).ToList();
            var shuffled = cases.OrderBy(_ => random.Next()).ToList();
            Discover(EventLog.From(cases)).Should().Be(Discover(EventLog.From(shuffled)));
        }
    }

    [Fact]
    public void keeps_every_activity_of_one_case_in_twenty()
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var log = RandomMining.Log(seed);
            Discovery.Discover(log).Activities().Should().Contain(log.InAtLeast(0.05));
        }
    }

    [Fact]
    public void finds_the_procedure_among_stray_events()
    {
        var cases = Enumerable.Range(0, 200).Select(i => Handling[i % 4].ToList()).ToList();
        for (var i = 0; i < 200; i += 30) cases[i].Insert(2, "sneeze");
        var log = EventLog.From(cases);
        var quality = Quality.Of(Discovery.Discover(log), log);
        quality.F.Should().BeGreaterThan(0.95);
        Discovery.Discover(log).Activities().Should().NotContain(log.Activities.ToList().IndexOf("sneeze"));
    }

    [Fact]
    public void describes_a_noisy_log_no_worse_than_plain_mining_at_any_noise()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            var log = EventLog.From(Enumerable.Range(0, 120).Select(i => Disturbed(Handling[random.Next(4)], random)));
            var judge = new Appeal(PrefixTree.Of(log));
            var plain = Recipe.Noises.Max(noise => judge.Of(new InductiveMiner(noise).Mine(log)));
            judge.Of(Discovery.Discover(log)).Should().BeGreaterThanOrEqualTo(plain - 0.01, $"of seed {seed}");
        }
    }

    [Fact]
    public void copes_with_nothing_and_with_one_case()
    {
        Discover(EventLog.From(Array.Empty<string[]>())).Should().Be("tau");
        Discover(EventLog.From([[]])).Should().Be("tau");
        Discover(EventLog.From([["a", "b"]])).Should().Be("->( 'a', 'b' )");
    }

    [Fact]
    public void an_edited_tree_is_another_tree_of_the_same_activities()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var tree = RandomMining.Tree(new Random(seed), 3).Simplify();
            foreach (var edit in TreeEdits.Of(tree))
                edit.Simplify().Activities().Except(tree.Activities()).Should().BeEmpty();
        }
    }

    private static List<string> Disturbed(string[] trace, Random random)
    {
        var events = trace.ToList();
        if (random.Next(10) == 0) events.RemoveAt(random.Next(events.Count));
        if (random.Next(10) == 0) events.Insert(random.Next(events.Count), trace[random.Next(trace.Length)]);
        return events;
    }

    private static string Discover(EventLog log) => ProcessTreeNotation.Write(Discovery.Discover(log), log.Activities);
}
