using LiveSop.Domain.Matching;

namespace LiveSop.Domain.Tests.Matching;

/// <summary>On guesses of which the true chance is known.</summary>
public sealed class CalibrationTests
{
    [Fact]
    public void says_how_sure_it_is_and_is_right_as_often()
    {
        var random = new Random(5);
        var calibration = Calibration.Of([.. Enumerable.Range(0, 3000).Select(_ => Drawn(random))], Precision.Usual);

        var asked = Enumerable.Range(0, 20_000).Select(_ => Drawn(random)).Select(one => (Confidence: calibration.Confidence(one.Signals), one.IsRight)).ToList();

        foreach (var bin in asked.GroupBy(one => (int)(10 * one.Confidence)).Where(bin => bin.Count() > 500))
            bin.Count(one => one.IsRight).Should().BeInRange((int)(bin.Sum(one => one.Confidence) - (0.05 * bin.Count())), (int)(bin.Sum(one => one.Confidence) + (0.05 * bin.Count())));
        var accepted = asked.Where(one => one.Confidence >= calibration.Threshold).ToList();
        accepted.Should().HaveCountGreaterThan(1000);
        (accepted.Count(one => one.IsRight) / (double)accepted.Count).Should().BeGreaterThan(0.945);
    }

    [Fact]
    public void where_nothing_is_right_nothing_is_accepted()
    {
        var random = new Random(6);
        var calibration = Calibration.Of([.. Enumerable.Range(0, 200).Select(_ => Drawn(random) with { IsRight = false })], Precision.Usual);
        calibration.Threshold.Should().BeGreaterThan(1);
        calibration.Accepts(Drawn(random).Signals).Should().BeFalse();
    }

    private static Judged Drawn(Random random)
    {
        var (odds, share) = ((random.NextDouble() * 8) - 4, random.NextDouble());
        var chance = 1 / (1 + Math.Exp(-((1.5 * odds) + (3 * share) - 1)));
        return new(new(odds, odds / 2, share, share * share, 0.5, random.NextDouble(), random.NextDouble(), random.NextDouble(), 2), random.NextDouble() < chance, 1);
    }
}
