using LiveSop.Domain.Running;
using static LiveSop.Domain.Tests.Running.Cases;
using static LiveSop.Domain.Tests.Sops.Living.Parcels;

namespace LiveSop.Domain.Tests.Running;

public sealed class RunMeasureTests
{
    [Fact]
    public void says_how_long_it_took_and_how_long_it_usually_takes() =>
        Measure(22, Outcome.Solved, 41 * 60)!.Say().Should().Be("Solved in 22 min, usually 41 min");

    [Fact]
    public void says_nothing_of_what_is_unknown() => Measure(22, Outcome.Solved, null)!.Say().Should().Be("Solved in 22 min");

    [Fact]
    public void does_not_compare_what_was_not_solved() =>
        Measure(22, Outcome.Stopped, 41 * 60)!.Should().Match<RunMeasure>(measure => measure.Say() == "Stopped after 22 min" && measure.Saved == null);

    [Fact]
    public void tells_how_much_was_saved() => Measure(22, Outcome.Solved, 41 * 60)!.Saved.Should().Be(TimeSpan.FromMinutes(19));

    [Fact]
    public void a_run_that_goes_on_has_none() => RunMeasure.Of(Fresh, Damaged, At).Should().BeNull();

    [Fact]
    public void clocks_that_disagree_make_no_negative_time() => Measure(-5, Outcome.Solved, null)!.Took.Should().Be(TimeSpan.Zero);

    private static RunMeasure? Measure(double minutes, Outcome outcome, long? usual) =>
        RunMeasure.Of(Fresh.Finish("U1", At.AddMinutes(minutes), outcome).Run(), Damaged with { MedianSeconds = usual }, At);
}
