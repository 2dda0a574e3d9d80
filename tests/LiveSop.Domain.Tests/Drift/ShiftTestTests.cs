using LiveSop.Domain.Drift;

namespace LiveSop.Domain.Tests.Drift;

public sealed class ShiftTestTests
{
    private static readonly Beta[] Up = [new(8, 1), new(2, 2)];

    /// <summary>The bound is about the average over shares; it should hold for each by itself, or nearly so.</summary>
    [Theory]
    [InlineData(0.02, 4)]
    [InlineData(0.02, 50)]
    [InlineData(0.1, 4)]
    [InlineData(0.1, 10)]
    [InlineData(0.3, 4)]
    [InlineData(0.3, 50)]
    [InlineData(0.5, 10)]
    [InlineData(0.5, 100)]
    public void without_a_change_the_bets_seldom_pay(double share, int baseline)
    {
        const double Price = 2000;
        const int Streams = 600;
        var paid = 0;
        for (var seed = 0; seed < Streams; seed++)
        {
            var random = new Random(seed);
            var test = new ShiftTest(Up, Enumerable.Range(0, baseline).Count(_ => random.NextDouble() < share), baseline);
            var most = 0.0;
            for (var i = 0; i < 100; i++)
            {
                test.Add(i, random.NextDouble() < share);
                most = Math.Max(most, test.Evidence);
            }
            if (most >= Price) paid++;
        }
        ((double)paid / Streams).Should().BeLessThanOrEqualTo(100 / Price);
    }

    [Fact]
    public void tells_about_when_it_changed()
    {
        var test = new ShiftTest(Up, 1, 50);
        for (var i = 0; i < 60; i++) test.Add(i, i >= 40);
        test.Since.Should().BeInRange(38, 41);
        test.Evidence.Should().BeGreaterThan(1e9);
    }

    [Fact]
    public void more_baseline_makes_the_same_cases_tell_more()
    {
        int[] baselines = [4, 10, 40, 160];
        var evidence = baselines.Select(baseline =>
        {
            var test = new ShiftTest(Up, 0, baseline);
            for (var i = 0; i < 8; i++) test.Add(i, true);
            return test.Evidence;
        });
        evidence.Should().BeInAscendingOrder();
    }
}
