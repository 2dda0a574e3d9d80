using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Tests.Sops.Living;

public sealed class MergeTests
{
    [Fact]
    public void what_only_one_changed_is_taken_from_that_one()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var origin = RandomProcedures.Of(seed);
            var changed = RandomProcedures.Edited(origin, 4, new Random(seed));

            foreach (var merged in new[] { Merge.Of(origin, changed, origin), Merge.Of(origin, origin, changed), Merge.Of(origin, changed, changed) })
            {
                merged.Conflicts.Should().BeEmpty();
                merged.Procedure.Equals(changed).Should().BeTrue("seed {0}: {1}", seed, string.Join(" | ", Changes.Between(changed, merged.Procedure).Select(change => change.Say())));
            }
        }
    }

    [Fact]
    public void both_are_taken_where_they_do_not_touch()
    {
        var mine = Parcels.Edited(new ProcedureEdit.Reword("s1", "Ask which order it is"), new ProcedureEdit.Add("Check the address", "s1", default, "U1"), new ProcedureEdit.SetWhen("s7", "stock is short"));
        var theirs = Parcels.Edited(new ProcedureEdit.Add("Say sorry", null, default, "U2"), new ProcedureEdit.SetOwner("s1", "Responder"), new ProcedureEdit.Remove("s5"), new ProcedureEdit.Move("s7", "s2"));

        var merged = Merge.Of(Parcels.Damaged, mine, theirs);

        merged.Conflicts.Should().BeEmpty();
        merged.Procedure.Steps.Select(step => step.Title).Should().Equal("Say sorry", "Ask which order it is", "Check the address", "Ask for a photo of the damage", "Tell the warehouse", "Offer a replacement", "Issue the refund", "Update the ticket");
        merged.Procedure.Step("s1")!.Owner.Should().Be("Responder");
        merged.Procedure.Flow.Conditions("s7").Should().Equal("stock is short");
    }

    [Fact]
    public void where_both_changed_the_same_theirs_stands_and_mine_is_told()
    {
        var mine = Parcels.Edited(new ProcedureEdit.Retitle("Mine"), new ProcedureEdit.Reword("s1", "My words"), new ProcedureEdit.Move("s7", "s1"), new ProcedureEdit.SetWhen("s3", "mine"));
        var theirs = Parcels.Edited(new ProcedureEdit.Retitle("Theirs"), new ProcedureEdit.Reword("s1", "Their words"), new ProcedureEdit.Move("s7", null), new ProcedureEdit.SetWhen("s3", "theirs"));

        var merged = Merge.Of(Parcels.Damaged, mine, theirs);

        merged.Procedure.Should().Be(theirs);
        merged.Conflicts.Should().Equal(
            new Conflict("The title", "Mine", "Theirs"), new Conflict("The step “Ask for the order number”", "My words", "Their words"),
            new Conflict("The place of “Tell the warehouse”", "after “My words”", "at the beginning"), new Conflict("When “Offer a replacement” is done", "mine", "theirs"));
    }

    [Fact]
    public void a_step_that_one_removes_and_the_other_rewords_stays()
    {
        var removed = Parcels.Edited(new ProcedureEdit.Remove("s4"));
        var reworded = Parcels.Edited(new ProcedureEdit.Reword("s4", "Pay it back"));

        var merged = Merge.Of(Parcels.Damaged, removed, reworded);
        merged.Procedure.Should().Be(reworded);
        merged.Conflicts.Should().Equal(new Conflict("The step “Issue the refund”", "(removed)", "Pay it back"));
        Merge.Of(Parcels.Damaged, reworded, removed).Procedure.Step("s4")!.Title.Should().Be("Pay it back");
    }

    [Fact]
    public void new_steps_of_both_get_numbers_of_their_own()
    {
        var mine = Parcels.Edited(new ProcedureEdit.Add("Mine", "s1", default, "U1"));
        var theirs = Parcels.Edited(new ProcedureEdit.Add("Theirs", "s1", default, "U2"));

        var merged = Merge.Of(Parcels.Damaged, mine, theirs).Procedure;

        merged.Step("s8")!.Title.Should().Be("Theirs");
        merged.Step("s9")!.Title.Should().Be("Mine");
        merged.NextStep.Should().Be(10);
    }

    [Fact]
    public void blocks_that_one_made_anew_hold_the_other_s_steps_too()
    {
        var mine = Parcels.Damaged.Over(Parcels.Damaged.Steps, new StepFlow.InOrder([new StepFlow.AnyOrder([new StepFlow.Do("s1"), new StepFlow.Do("s2")]), .. Parcels.Damaged.Flow.Children.Skip(2)]), 8);
        var theirs = Parcels.Edited(new ProcedureEdit.Add("Theirs", "s7", default, "U2"));

        var merged = Merge.Of(Parcels.Damaged, mine, theirs);

        merged.Conflicts.Should().BeEmpty();
        merged.Procedure.Flow.Children[0].Should().Be(mine.Flow.Children[0]);
        merged.Procedure.Flow.Steps.Should().EndWith("s8");
    }

    [Fact]
    public void nothing_that_somebody_typed_is_lost()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var origin = RandomProcedures.Of(seed);
            var mine = RandomProcedures.Edited(origin, 4, new Random(seed));
            var theirs = RandomProcedures.Edited(origin, 4, new Random(-seed - 1));

            var merged = Merge.Of(origin, mine, theirs);

            var told = merged.Procedure.Steps.Select(step => step.Title).Concat(merged.Conflicts.SelectMany(conflict => new[] { conflict.Mine, conflict.Theirs })).ToHashSet();
            Typed(origin, mine).Concat(Typed(origin, theirs)).Except(told).Should().BeEmpty("seed {0}", seed);
        }
    }

    private static IEnumerable<string> Typed(Procedure origin, Procedure copy) =>
        Changes.Between(origin, copy).SelectMany(change => change switch { Change.Added added => [added.Step.Title], Change.Reworded reworded => [reworded.After], _ => Array.Empty<string>() });
}
