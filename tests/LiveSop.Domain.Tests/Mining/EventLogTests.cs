using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Mining;

public sealed class EventLogTests
{
    [Fact]
    public void equal_cases_are_kept_once_in_lexicographic_order()
    {
        var log = EventLog.From([["b", "a"], ["a"], ["b", "a"], []]);
        log.Activities.Should().Equal("a", "b");
        log.Variants.Select(v => (string.Concat(v.Trace), v.Count)).Should().Equal(("", 1), ("0", 1), ("10", 2));
        (log.Cases, log.Events).Should().Be((4, 5));
    }

    [Fact]
    public void every_other_case_and_the_others_make_the_whole()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var log = RandomMining.Log(seed);
            var (even, odd) = (log.Every(2, 0), log.Every(2, 1));
            even.Cases.Should().Be((log.Cases + 1) / 2);
            EventLog.SameCases.Equals(log, EventLog.From(log.Activities, even.Variants.Concat(odd.Variants))).Should().BeTrue();
        }
    }

    [Fact]
    public void counts_what_follows_what_and_what_starts_and_ends_cases()
    {
        var graph = DirectlyFollows.Of(EventLog.From([["a", "b", "b"], ["a", "b", "b"], ["b"], []]));
        graph.Counts.Should().BeEquivalentTo(new[,] { { 0, 2 }, { 0, 2 } });
        graph.Starts.Should().Equal(2, 1);
        graph.Ends.Should().Equal(0, 3);
    }

    [Fact]
    public void noise_takes_away_edges_that_are_rare_beside_the_strongest_way_on()
    {
        var log = EventLog.From(Enumerable.Repeat<string[]>(["a", "b"], 9).Append(["a", "c"]));
        DirectlyFollows.Of(log).Without(0.2).Edge(0, 2).Should().BeFalse();
        DirectlyFollows.Of(log).Without(0.1).Edge(0, 2).Should().BeTrue();
    }
}
