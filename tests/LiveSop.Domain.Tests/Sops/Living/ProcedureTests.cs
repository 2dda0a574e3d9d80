using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Tests.Sops.Living;

public sealed class ProcedureTests
{
    [Fact]
    public void a_step_that_nobody_saw_and_nobody_wrote_cannot_be_made()
    {
        var made = () => new ProcedureStep("s1", "Ask", default);

        made.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void every_step_stands_in_the_flow_exactly_once()
    {
        var step = new ProcedureStep("s1", "Ask", default, "U1");
        var twice = () => new Procedure("t", "w", [step], new StepFlow.InOrder([new StepFlow.Do("s1"), new StepFlow.Do("s1")]), 2);
        var never = () => new Procedure("t", "w", [step], new StepFlow.InOrder([]), 2);
        var unknown = () => new Procedure("t", "w", [step], new StepFlow.Do("s2"), 3);

        twice.Should().Throw<ArgumentException>();
        never.Should().Throw<ArgumentException>();
        unknown.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void a_number_that_is_taken_is_not_given_again()
    {
        var made = () => new Procedure("t", "w", [new ProcedureStep("s4", "Ask", default, "U1")], new StepFlow.Do("s4"), 4);

        made.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void blocks_of_one_part_and_blocks_in_their_own_kind_are_told_simply()
    {
        var steps = Enumerable.Range(1, 3).Select(number => new ProcedureStep($"s{number}", "Do it", default, "U1")).ToList();
        StepFlow Do(int number) => new StepFlow.Do($"s{number}");

        var procedure = new Procedure("t", "w", steps, new StepFlow.InOrder([new StepFlow.AnyOrder([new StepFlow.InOrder([Do(1), Do(2)])]), new StepFlow.OneOf([new(null, Do(3)), new(null, null)])]), 4);

        procedure.Flow.Should().Be(new StepFlow.InOrder([Do(1), Do(2), Do(3)]));
        procedure.Steps.Select(step => step.Optional).Should().Equal(false, false, true);
    }

    [Fact]
    public void what_is_mined_keeps_its_order_its_ways_and_its_figures()
    {
        var procedure = MinedProcedure.Of(SampleSops.Rich);

        procedure.Steps.Select(step => step.Title).Should().Equal(SampleSops.Rich.Steps.Select(step => step.Title));
        procedure.Steps.Where(step => step.Optional).Select(step => step.Id).Should().Equal("s5", "s8");
        procedure.Step("s4")!.Support.Should().Be(new Support(150, 413));
        procedure.NextStep.Should().Be(9);
        ProcessTreeNotation.Write(procedure.ToTree(), [.. procedure.Steps.Select(step => step.Id)]).Should()
            .Be("->( 's1', *( 's2', tau ), X( 's3', ->( 's4', X( 's5', tau ) ) ), +( 's6', 's7' ), X( 's8', tau ) )");
    }

    [Fact]
    public void a_way_among_others_is_not_an_optional_step()
    {
        var sop = SampleSops.Rich with { Steps = [.. SampleSops.Rich.Steps.Select(step => step.Id is "s3" or "s4" ? step with { Optional = true } : step)] };

        MinedProcedure.Of(sop).Steps.Where(step => step.Optional).Select(step => step.Id).Should().Equal("s5", "s8");
    }

    [Fact]
    public void what_was_mined_of_any_tree_has_every_step_once()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var tree = Domain.Tests.Mining.RandomMining.Tree(new Random(seed), 3);
            var procedure = MinedProcedure.Of(SampleSops.Rich with { Tree = tree });

            procedure.Steps.Select(step => step.Id).Should().BeEquivalentTo(SampleSops.Rich.Steps.Select(step => step.Id));
        }
    }

    [Fact]
    public void everything_that_is_wrong_with_a_draft_is_named()
    {
        var procedure = Parcels.Damaged with { Title = " ", Trigger = new string('x', 501) };

        ProcedureProblem.In(procedure).Select(problem => problem.Say()).Should().Equal(
            "The procedure has no title; name it.", "The sentence that says when it applies has 501 characters; at most 500 fit. Shorten it.");
        ProcedureProblem.In(Parcels.Damaged).Should().BeEmpty();
    }
}
