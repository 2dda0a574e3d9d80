using LiveSop.Domain.Running;
using LiveSop.Domain.Sops.Living;
using static LiveSop.Domain.Tests.Running.Cases;
using static LiveSop.Domain.Tests.Sops.Living.Parcels;

namespace LiveSop.Domain.Tests.Running;

public sealed class ChecklistTests
{
    [Fact]
    public void begins_with_the_first_step() =>
        Checklist.Of(Damaged, null).States().Should().Be("s1:Next s2:Later s3:Later s4:Later s5:Later s6:Later s7:Later");

    [Fact]
    public void is_read_line_by_line()
    {
        var lines = Checklist.Of(Damaged, null).Lines;

        lines.Select(line => $"{line.Depth} {line.GetType().Name}").Should().Equal(
            "0 Step", "0 Loop", "1 Step", "0 Choice", "0 Way", "1 Step", "0 Way", "1 Step", "1 Step", "0 AnyOrder", "1 Step", "1 Step");
        lines.OfType<ChecklistLine.Choice>().Single().Ways.Select(way => way.When).Should().Equal("the customer still wants it", null);
    }

    [Fact]
    public void a_choice_that_is_reached_offers_the_beginning_of_every_way()
    {
        var list = Checklist.Of(Damaged, Done("s1", "s2"));

        list.Next.Should().Equal("s3", "s4");
        list.Lines.OfType<ChecklistLine.Choice>().Single().State.Should().Be(ChoiceState.Now);
    }

    [Fact]
    public void the_ways_that_were_not_chosen_are_not_taken()
    {
        var list = Checklist.Of(Damaged, Done("s1", "s2").Choose(Damaged, "0.2", 0, "U1", At).Run());

        list.States().Should().Be("s1:Done s2:Done s3:Next s4:NotTaken s5:NotTaken s6:Later s7:Later");
        list.Lines.OfType<ChecklistLine.Way>().Select(way => way.IsChosen).Should().Equal(true, false);
        list.Open.Should().Equal("s3", "s6", "s7");
    }

    [Fact]
    public void what_may_be_passed_over_is_offered_with_what_comes_after_it() => Checklist.Of(Damaged, Done("s1", "s2", "s4")).Next.Should().Equal("s5", "s6", "s7");

    [Fact]
    public void what_was_passed_over_is_not_offered_any_more()
    {
        var list = Checklist.Of(Of(new StepFlow.InOrder([Do(1), Do(2), Do(3), Do(4)]), "s2"), new Run(At, "U1") { Marks = [Mark("s1"), Mark("s3")] });

        list.States().Should().Be("s1:Done s2:NotTaken s3:Done s4:Next");
    }

    [Fact]
    public void a_step_done_before_its_turn_does_not_hide_what_is_required() =>
        Checklist.Of(Damaged, Done("s6")).States().Should().Be("s1:Next s2:Later s3:Later s4:Later s5:Later s6:Done s7:Later");

    [Fact]
    public void counts_what_is_required_so_far()
    {
        Checklist.Of(Damaged, null).Progress.Should().Be(new Tally(0, 5));
        Checklist.Of(Damaged, Done("s1", "s5")).Progress.Should().Be(new Tally(1, 5));
        Checklist.Of(Damaged, Fresh.Skip(Damaged, "s1", "U1", At).Run()).Progress.Should().Be(new Tally(0, 4));
    }

    [Fact]
    public void is_complete_when_nothing_required_is_left()
    {
        Checklist.Of(Damaged, Done("s1", "s2", "s4", "s6")).IsComplete.Should().BeFalse();
        Checklist.Of(Damaged, Done("s1", "s2", "s4", "s6", "s7")).IsComplete.Should().BeTrue();
    }

    [Fact]
    public void a_block_that_applies_only_sometimes_can_be_passed_over()
    {
        var procedure = Of(new StepFlow.InOrder([new StepFlow.OneOf([new("it rains", new StepFlow.InOrder([Do(1), Do(2)])), new(null, null)]), Do(3)]));

        Checklist.Of(procedure, null).Next.Should().Equal("s1", "s3");
        Checklist.Of(procedure, Fresh.With(procedure, "s1")).Next.Should().Equal("s2");
        Checklist.Of(procedure, Fresh.With(procedure, "s3")).Should().Match<Checklist>(list => list.IsComplete && list.Next.Count == 0);
        Checklist.Of(procedure, Fresh.Choose(procedure, "0.0", 1, "U1", At).Run()).Next.Should().Equal("s3");
    }

    [Fact]
    public void a_part_that_was_done_may_be_done_again_or_left()
    {
        var procedure = Of(new StepFlow.InOrder([new StepFlow.Again(Do(1), Do(2)), Do(3)]));
        var once = Fresh.With(procedure, "s1");
        var again = once.Repeat(procedure, "0.0", "U1", At).Run();
        var twice = again.With(procedure, "s2", "s1");

        Fresh.Repeat(procedure, "0.0", "U1", At).Why().Should().Be(WhyNot.RoundNotDone);
        Fresh.Repeat(procedure, "0.1", "U1", At).Why().Should().Be(WhyNot.UnknownLoop);
        Checklist.Of(procedure, null).Next.Should().Equal("s1");
        Checklist.Of(procedure, once).Next.Should().Equal("s2", "s3");
        Checklist.Of(procedure, again).Next.Should().Equal("s2");
        Checklist.Of(procedure, again.With(procedure, "s2")).Next.Should().Equal("s1");
        Checklist.Of(procedure, twice).Next.Should().Equal("s3");
        Checklist.Of(procedure, twice).Lines.OfType<ChecklistLine.Loop>().Single().Should().Be(new ChecklistLine.Loop(0, "0.0", true, 1));
        twice.Earlier.Select(mark => mark.Step).Should().Equal("s1");
    }

    [Fact]
    public void what_was_done_in_between_belongs_to_the_new_round()
    {
        var procedure = Of(new StepFlow.InOrder([new StepFlow.Again(Do(1), Do(2)), Do(3)]));

        Checklist.Of(procedure, Fresh.With(procedure, "s1", "s2").Repeat(procedure, "0.0", "U1", At).Run()).Next.Should().Equal("s1");
    }

    [Fact]
    public void the_way_that_a_repeated_part_stands_in_stays_chosen()
    {
        var procedure = Of(new StepFlow.OneOf([new("x", new StepFlow.InOrder([new StepFlow.Again(Do(1), null), Do(2)])), new("y", Do(3))]));
        var run = Fresh.With(procedure, "s1").Repeat(procedure, "0.0.0", "U1", At).Run();

        run.Choice("0")!.Branch.Should().Be(0);
        Checklist.Of(procedure, run).Next.Should().Equal("s1");
    }

    private static StepFlow.Do Do(int step) => new($"s{step}");

    private static StepMark Mark(string step) => new(step, "U1", At, How.Pressed);
}
