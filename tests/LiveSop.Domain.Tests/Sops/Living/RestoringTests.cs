using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Tests.Sops.Living;

public sealed class RestoringTests
{
    private static readonly Procedure earlier = Make(3, ("s1", "Ask for the address", 6), ("s2", "Send a new mail", 4)) with { Cases = 6 };

    private static readonly Procedure now = Make(5, ("s1", "Ask for the mail address", 9), ("s4", "Call them", 3)) with { Cases = 10 };

    [Fact]
    public void the_words_are_the_earlier_ones_and_the_counts_are_todays()
    {
        var again = Restoring.Of(earlier, now, 5);

        again.Steps.Select(step => (step.Title, step.Support.Cases)).Should().Equal(("Ask for the address", 9), ("Send a new mail", 4));
        again.Cases.Should().Be(10);
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(9, 9)]
    public void no_step_gets_a_number_that_was_used_since(int used, int next) => Restoring.Of(earlier, now, used).NextStep.Should().Be(next);

    [Fact]
    public void a_mined_step_that_no_case_shows_any_more_keeps_what_showed_it()
    {
        var unseen = new Procedure("Title", "When.", [new("s1", "Ask", new Support(0, 9), "U1")], new StepFlow.Do("s1"), 2);

        Restoring.Of(earlier, unseen, 3).Step("s1")!.Support.Cases.Should().Be(6);
    }

    private static Procedure Make(int next, params (string Id, string Title, int Cases)[] steps) => new(
        "Title", "When.", [.. steps.Select(step => new ProcedureStep(step.Id, step.Title, new Support(step.Cases, 10)))], new StepFlow.InOrder([.. steps.Select(step => new StepFlow.Do(step.Id))]), next);
}
