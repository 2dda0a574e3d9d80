using LiveSop.Domain.Matching;

namespace LiveSop.Domain.Tests.Matching;

public sealed class ProportionTests
{
    /// <summary>Where all succeed the bound is the root of the risk (the rule of three, exactly); the others are of R's binom.test.</summary>
    [Theory]
    [InlineData(59, 59, 0.9505)]
    [InlineData(58, 58, 0.9497)]
    [InlineData(31, 31, 0.9079)]
    [InlineData(1, 1, 0.05)]
    [InlineData(0, 20, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(9, 10, 0.6058)]
    [InlineData(5, 10, 0.2224)]
    [InlineData(950, 1000, 0.9371)]
    public void is_bounded_as_clopper_and_pearson_have_it(double successes, double trials, double bound) =>
        Proportion.LowerBound(successes, trials, 0.05).Should().BeApproximately(bound, 0.0001);

    [Fact]
    public void holds_as_often_as_it_says()
    {
        const double Share = 0.9;
        const int Trials = 80;
        var random = new Random(3);
        var over = Enumerable.Range(0, 4000).Count(_ => Proportion.LowerBound(Enumerable.Range(0, Trials).Count(_ => random.NextDouble() < Share), Trials, 0.05) > Share);
        over.Should().BeLessThan(4000 * 6 / 100);
    }

    [Fact]
    public void more_trials_of_the_same_share_bound_it_closer() =>
        Enumerable.Range(1, 40).Select(n => Proportion.LowerBound(9 * n, 10 * n, 0.05)).Should().BeInAscendingOrder().And.OnlyContain(bound => bound < 0.9);
}
