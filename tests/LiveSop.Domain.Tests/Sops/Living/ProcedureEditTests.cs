using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Tests.Sops.Living;

public sealed class ProcedureEditTests
{
    [Fact]
    public void a_step_joins_the_block_of_the_one_before_it()
    {
        Parcels.Edited(Add("s3")).Flow.Children[2].Should().Be(
            new StepFlow.OneOf([new("the customer still wants it", new StepFlow.InOrder([Do(3), Do(8)])), new(null, new StepFlow.InOrder([Do(4), Do(5)]))]));
        Parcels.Edited(Add("s6")).Flow.Children[3].Should().Be(new StepFlow.AnyOrder([Do(6), Do(8), Do(7)]));
        Parcels.Edited(Add(null)).Steps[0].Id.Should().Be("s8");
    }

    [Fact]
    public void ids_are_never_used_again() =>
        Parcels.Edited(Add("s1"), new ProcedureEdit.Remove("s8"), Add("s1")).Steps.Select(step => step.Id).Should().Contain("s9").And.NotContain("s8");

    [Fact]
    public void a_way_that_loses_its_last_step_is_gone()
    {
        var procedure = Parcels.Edited(new ProcedureEdit.Remove("s3"));

        procedure.Flow.Children.Should().Equal(Do(1), new StepFlow.Again(Do(2), null), Do(4), Do(5), new StepFlow.AnyOrder([Do(6), Do(7)]));
    }

    [Fact]
    public void what_is_left_under_a_condition_stays_under_it() =>
        Parcels.Edited(new ProcedureEdit.Remove("s4"), new ProcedureEdit.Remove("s5")).Flow.Children[2].Should().Be(new StepFlow.OneOf([new("the customer still wants it", Do(3)), new(null, null)]));

    [Fact]
    public void a_step_can_be_put_under_a_condition_and_freed_again()
    {
        var conditional = Parcels.Edited(new ProcedureEdit.SetWhen("s7", "stock is short"));
        conditional.Flow.Children[3].Should().Be(new StepFlow.AnyOrder([Do(6), new StepFlow.OneOf([new("stock is short", Do(7)), new(null, null)])]));

        var freed = conditional.Apply(new ProcedureEdit.SetWhen("s7", null)).Should().BeOfType<Edited.Done>().Subject.Procedure;
        freed.Flow.Should().Be(Parcels.Damaged.Flow);
        freed.Step("s7")!.Optional.Should().BeTrue("it could be passed over");
    }

    [Fact]
    public void the_condition_of_the_innermost_way_is_changed() =>
        Parcels.Edited(new ProcedureEdit.SetWhen("s5", "it is lost")).Flow.Children[2].Should().Be(
            new StepFlow.OneOf([new("the customer still wants it", Do(3)), new("it is lost", new StepFlow.InOrder([Do(4), Do(5)]))]));

    [Fact]
    public void every_way_that_is_listed_can_be_given_a_condition()
    {
        Way.Of(Parcels.Damaged.Flow).Should().Equal(new Way("s3", "the customer still wants it"), new Way("s4", null));
        for (var seed = 0; seed < 300; seed++)
        {
            var procedure = RandomProcedures.Of(seed);
            foreach (var (at, way) in Way.Of(procedure.Flow).Index())
                procedure.Apply(new ProcedureEdit.SetWhen(way.First, "it is so")).Should().BeOfType<Edited.Done>().Which.Procedure.Flow.Should().Match<StepFlow>(flow => Way.Of(flow)[at] == new Way(way.First, "it is so"));
        }
    }

    [Fact]
    public void a_step_moves_out_of_its_block()
    {
        var procedure = Parcels.Edited(new ProcedureEdit.Move("s6", "s1"));

        procedure.Flow.Children.Should().StartWith([Do(1), Do(6)]).And.EndWith(Do(7));
    }

    public static TheoryData<ProcedureEdit, string> Refused => new()
    {
        { new ProcedureEdit.Retitle(" \n "), "The procedure has no title; name it." },
        { new ProcedureEdit.Retitle(new string('x', 151)), "The title has 151 characters; at most 150 fit. Shorten it." },
        { new ProcedureEdit.SetTrigger(""), "Nobody has said when it applies; write it in one sentence." },
        { new ProcedureEdit.Reword("s1", "\u200B"), "A step has no words; write what is done, or remove it." },
        { new ProcedureEdit.Reword("s99", "Ask"), "That step is no longer there; look at the procedure as it is now." },
        { new ProcedureEdit.Move("s1", "s99"), "That step is no longer there; look at the procedure as it is now." },
        { new ProcedureEdit.Move("s1", "s1"), "A step cannot come after itself; choose another one." },
        { new ProcedureEdit.SetWhen("s3", new string('x', 201)), $"The condition “{new string('x', 39)}…” has 201 characters; at most 200 fit. Shorten it." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void what_cannot_be_done_is_said(ProcedureEdit edit, string why) =>
        Parcels.Damaged.Apply(edit).Should().BeOfType<Edited.Impossible>().Which.Why.Should().Be(why);

    [Fact]
    public void the_last_step_stays()
    {
        var one = Parcels.Edited([.. Enumerable.Range(2, 6).Select(number => new ProcedureEdit.Remove($"s{number}"))]);

        one.Apply(new ProcedureEdit.Remove("s1")).Should().BeOfType<Edited.Impossible>().Which.Problem.Should().BeOfType<ProcedureProblem.NoSteps>();
    }

    [Fact]
    public void no_more_steps_than_can_be_read_are_added()
    {
        var full = Parcels.Edited([.. Enumerable.Range(0, 53).Select(_ => Add("s1"))]);

        full.Apply(Add("s1")).Should().BeOfType<Edited.Impossible>().Which.Problem.Should().Be(new ProcedureProblem.TooManySteps(61));
    }

    [Fact]
    public void who_wrote_a_step_stands_by_it() => Parcels.Edited(Add("s1")).Step("s8").Should().Be(new ProcedureStep("s8", "Check the address", default, "U1"));

    [Fact]
    public void whatever_is_edited_stays_a_procedure()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var procedure = RandomProcedures.Of(seed);
            var edited = RandomProcedures.Edited(procedure, 8, new Random(seed));

            edited.Steps.Select(step => step.Id).Should().Equal(edited.Flow.Steps).And.OnlyHaveUniqueItems();
            edited.NextStep.Should().BeGreaterThanOrEqualTo(procedure.NextStep);
        }
    }

    private static ProcedureEdit.Add Add(string? after) => new("Check  the\naddress", after, default, "U1");

    private static StepFlow Do(int number) => new StepFlow.Do($"s{number}");
}
