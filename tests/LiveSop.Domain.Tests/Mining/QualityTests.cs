using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Mining;

public sealed class QualityTests
{
    [Fact]
    public void a_tree_that_allows_just_the_log_is_perfect() =>
        Of("->( 'a', X( 'b', 'c' ) )", "ab", "ac").Should().Be(new Quality(1, 1));

    [Fact]
    public void precision_falls_with_every_step_that_nobody_took()
    {
        // After nothing: a. After a: b and c, of which only b was seen. Two cases each: 4 allowed at 1 + 2, of 6 escape 2.
        Of("->( 'a', X( 'b', 'c' ) )", "ab", "ab").Precision.Should().BeApproximately(1 - 2 / 6.0, 1e-12);
    }

    [Fact]
    public void fitness_is_what_alignments_cost_less_than_the_worst()
    {
        // One step skipped; the worst: one event added and two steps skipped.
        Of("->( 'a', 'b' )", "a").Fitness.Should().BeApproximately(1 - 1 / 3.0, 1e-12);
    }

    [Fact]
    public void simplifying_keeps_the_language()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var tree = RandomMining.Tree(new Random(seed), 3);
            if (RandomMining.Language(tree, 5) is { Count: < 2_000 } language)
                RandomMining.Language(tree.Simplify(), 5).Should().BeEquivalentTo(language);
        }
    }

    [Fact]
    public void the_quick_estimate_never_flatters()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var log = RandomMining.Log(seed);
            var tree = RandomMining.Tree(new Random(seed), 3);
            var (quick, exact) = (Quality.Estimate(tree, PrefixTree.Of(log)), Quality.Of(tree, log));
            quick.Fitness.Should().BeLessThanOrEqualTo(exact.Fitness + 1e-12);
            quick.Precision.Should().Be(exact.Precision);
        }
    }

    private static Quality Of(string tree, params string[] cases)
    {
        var log = EventLog.From(["a", "b", "c"], cases.Select(c => c.Select(letter => letter - 'a').ToArray()));
        return Quality.Of(ProcessTreeNotation.Parse(tree, log.Activities), log);
    }
}
