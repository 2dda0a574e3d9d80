using LiveSop.Domain.Running;
using static LiveSop.Domain.Tests.Running.Cases;
using static LiveSop.Domain.Tests.Sops.Living.Parcels;

namespace LiveSop.Domain.Tests.Running;

public sealed class RunTests
{
    private static readonly DateTimeOffset Later = At.AddMinutes(20);

    [Fact]
    public void a_step_is_checked_once_however_often_somebody_presses()
    {
        var run = Fresh.Check(Damaged, "s1", "U2", Later).Run();

        run.Mark("s1").Should().Be(new StepMark("s1", "U2", Later, How.Pressed));
        run.Check(Damaged, "s1", "U3", Later.AddMinutes(1)).Why().Should().Be(WhyNot.AlreadySo);
    }

    [Fact]
    public void what_was_recognised_keeps_the_message_that_showed_it() =>
        Fresh.Check(Damaged, "s1", "U2", Later, "C1:17.5").Run().Mark("s1").Should().Be(new StepMark("s1", "U2", Later, How.Seen, "C1:17.5"));

    [Fact]
    public void a_mark_that_was_recognised_in_nothing_cannot_be_made()
    {
        var made = () => new StepMark("s1", "U2", Later, How.Seen);

        made.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void a_step_of_another_procedure_is_refused() => Fresh.Check(Damaged, "s99", "U2", Later).Why().Should().Be(WhyNot.UnknownStep);

    [Fact]
    public void a_step_may_be_done_before_its_turn() => Fresh.Check(Damaged, "s7", "U2", Later).Run().Mark("s7").Should().NotBeNull();

    [Fact]
    public void doing_a_step_of_a_way_chooses_the_way()
    {
        var run = Fresh.Check(Damaged, "s4", "U2", Later).Run();

        run.Choice("0.2").Should().Be(new Chosen("0.2", 1, "U2", Later, "s4"));
        run.Uncheck(Damaged, "s4").Run().Should().Be(Fresh);
    }

    [Fact]
    public void a_way_stays_chosen_while_another_of_its_steps_is_done() =>
        Done("s4", "s5").Uncheck(Damaged, "s5").Run().Choice("0.2")!.Branch.Should().Be(1);

    [Fact]
    public void unchecking_what_was_done_in_another_way_goes_back_to_the_way_that_somebody_chose()
    {
        var chosen = Fresh.Choose(Damaged, "0.2", 0, "U1", At).Run();
        var other = chosen.Check(Damaged, "s4", "U1", Later).Run();

        other.Choice("0.2")!.Branch.Should().Be(1);
        other.Uncheck(Damaged, "s4").Run().Should().Be(chosen);
    }

    [Fact]
    public void skipping_settles_a_step_and_chooses_nothing()
    {
        var run = Fresh.Skip(Damaged, "s3", "U1", Later).Run();

        run.Mark("s3")!.How.Should().Be(How.Skipped);
        run.Choice("0.2").Should().BeNull();
        run.Skip(Damaged, "s3", "U1", Later).Why().Should().Be(WhyNot.AlreadySo);
    }

    [Fact]
    public void what_was_skipped_can_still_be_done() => Fresh.Skip(Damaged, "s1", "U1", At).Run().Check(Damaged, "s1", "U1", Later).Run().Marks.Should().ContainSingle().Which.IsDone.Should().BeTrue();

    [Fact]
    public void what_is_done_is_not_skipped() => Done("s1").Skip(Damaged, "s1", "U1", Later).Why().Should().Be(WhyNot.StepDone);

    [Theory]
    [InlineData("0.2", 2), InlineData("0.2", -1), InlineData("0.1", 0), InlineData("0.9", 0), InlineData("", 0), InlineData("1", 0), InlineData("0.2.x", 0)]
    public void a_choice_that_is_not_there_is_refused(string choice, int branch) => Fresh.Choose(Damaged, choice, branch, "U1", At).Why().Should().Be(WhyNot.UnknownChoice);

    [Fact]
    public void a_choice_can_be_changed_and_taken_back()
    {
        var first = Fresh.Choose(Damaged, "0.2", 0, "U1", At).Run();
        var second = first.Choose(Damaged, "0.2", 1, "U2", Later).Run();

        first.Choose(Damaged, "0.2", 0, "U2", Later).Why().Should().Be(WhyNot.AlreadySo);
        second.Choice("0.2").Should().Be(new Chosen("0.2", 1, "U2", Later));
        second.Unchoose(Damaged, "0.2").Run().Should().Be(Fresh);
        Fresh.Unchoose(Damaged, "0.2").Why().Should().Be(WhyNot.AlreadySo);
    }

    [Fact]
    public void whoever_it_was_handed_to_has_it_in_hand()
    {
        var run = Fresh.HandOver("U2", "U1", Later).Run();

        (Fresh.Owner, run.Owner).Should().Be(("U1", "U2"));
        run.HandOver("U2", "U3", Later).Why().Should().Be(WhyNot.AlreadySo);
    }

    [Fact]
    public void nothing_but_reopening_changes_a_finished_run()
    {
        var open = Done("s1");
        var run = open.Finish("U2", Later, Outcome.Solved).Run();

        new[]
        {
            run.Check(Damaged, "s2", "U1", Later), run.Uncheck(Damaged, "s1"), run.Skip(Damaged, "s2", "U1", Later), run.Choose(Damaged, "0.2", 0, "U1", Later), run.Unchoose(Damaged, "0.2"),
            run.Repeat(Damaged, "0.1", "U1", Later), run.HandOver("U3", "U1", Later), run.Finish("U1", Later, Outcome.Stopped),
        }.Should().AllSatisfy(change => change.Why().Should().Be(WhyNot.Over));
        run.Finish("U3", Later, Outcome.Solved).Why().Should().Be(WhyNot.AlreadySo);
        run.Reopen().Run().Should().Be(open);
        open.Reopen().Why().Should().Be(WhyNot.AlreadySo);
    }

    [Fact]
    public void every_refusal_says_why() => Enum.GetValues<WhyNot>().Select(why => new RunChange.Unchanged(why).Say()).Should().OnlyHaveUniqueItems().And.NotContainNulls();
}
