using LiveSop.Domain.Matching;

namespace LiveSop.Domain.Tests.Matching;

public sealed class PrecisionTests
{
    private static readonly Precision promised = new(0.95, 0.05);

    [Fact]
    public void usually_a_little_more_is_asked_than_promised()
    {
        Precision.Usual.Least.Should().BeGreaterThan(promised.Least);
        Precision.Usual.Threshold([.. Enumerable.Repeat(new Trial(0.99, true, 1), 90)]).Should().BeGreaterThan(1, "91 are the fewest");
        Precision.Usual.Threshold([.. Enumerable.Repeat(new Trial(0.99, true, 1), 91)]).Should().Be(0.99);
    }

    [Fact]
    public void too_few_trials_accept_nothing_however_right_they_are()
    {
        promised.Threshold([]).Should().BeGreaterThan(1);
        promised.Threshold([new Trial(0.99, true, 1), new Trial(0.98, true, 1)]).Should().BeGreaterThan(1);
        promised.Threshold([.. Enumerable.Repeat(new Trial(0.99, true, 1), 58)]).Should().BeGreaterThan(1);
        promised.Threshold([.. Enumerable.Repeat(new Trial(0.99, true, 1), 59)]).Should().Be(0.99);
    }

    [Fact]
    public void accepts_down_to_where_it_can_no_longer_be_sure()
    {
        var good = Enumerable.Range(0, 400).Select(i => new Trial(0.9 + (i / 10000.0), true, 1));
        var bad = Enumerable.Range(0, 400).Select(i => new Trial(0.5 + (i / 10000.0), i % 2 == 0, 1));
        promised.Threshold([.. good, .. bad]).Should().BeInRange(0.5, 0.9001).And.BeGreaterThan(0.53);
    }

    [Fact]
    public void what_stands_for_much_traffic_weighs_as_much()
    {
        var right = Enumerable.Repeat(new Trial(0.9, true, 1), 200).ToList();
        promised.Threshold([.. right, new Trial(0.9, false, 1)]).Should().Be(0.9);
        promised.Threshold([.. right, new Trial(0.9, false, 20)]).Should().BeGreaterThan(1);
    }

    /// <summary>The chance to be mistaken is stated: here the true precision over each threshold is known.</summary>
    [Fact]
    public void is_mistaken_no_more_often_than_stated()
    {
        var random = new Random(11);
        var (mistaken, found) = (0, 0);
        for (var time = 0; time < 400; time++)
        {
            var threshold = promised.Threshold([.. Enumerable.Range(0, 4000).Select(_ => random.NextDouble()).Select(confidence => new Trial(confidence, random.NextDouble() < confidence, 1))]);
            // Confidences are even from 0 to 1 and true, so that over a threshold the mean is half way to 1.
            if (threshold > 1) continue;
            found++;
            if ((1 + threshold) / 2 < promised.Least) mistaken++;
        }
        found.Should().BeGreaterThan(200);
        mistaken.Should().BeLessThan(400 * 8 / 100);
    }

    /// <summary>Few messages of no class stand for many; their confidence is the square of an even one.</summary>
    [Fact]
    public void nor_where_few_stand_for_many()
    {
        const int Cases = 12_000;
        const int Unrelated = 90;
        const double Weight = 6;
        var random = new Random(12);
        var (mistaken, found) = (0, 0);
        for (var time = 0; time < 300; time++)
        {
            var cases = Enumerable.Range(0, Cases).Select(_ => random.NextDouble()).Select(confidence => new Trial(confidence, random.NextDouble() < confidence, 1));
            var unrelated = Enumerable.Range(0, Unrelated).Select(_ => random.NextDouble()).Select(even => new Trial(even * even, false, Weight));
            var threshold = promised.Threshold([.. cases, .. unrelated]);
            if (threshold > 1) continue;
            found++;
            var right = Cases * (1 - (threshold * threshold)) / 2;
            if (right / ((Cases * (1 - threshold)) + (Unrelated * Weight * (1 - Math.Sqrt(threshold)))) < promised.Least) mistaken++;
        }
        found.Should().BeGreaterThan(30);
        mistaken.Should().BeLessThan(300 * 8 / 100);
    }
}
