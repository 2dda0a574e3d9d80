using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Tests.Sops.Living;

public sealed class ChangesTests
{
    public static TheoryData<ProcedureEdit, string> Edits => new()
    {
        { new ProcedureEdit.Retitle("Damaged parcel"), "Retitled: “Report a damaged parcel” is now “Damaged parcel”" },
        { new ProcedureEdit.SetTrigger("A parcel is broken."), "Applies now when: “A parcel is broken.”; before: “Somebody reports a damaged parcel.”" },
        { new ProcedureEdit.Reword("s4", "Refund it"), "Reworded: “Issue the refund” is now “Refund it”" },
        { new ProcedureEdit.SetOwner("s6", null), "Owner: “Update the ticket” is now for anybody, before for Support engineer" },
        { new ProcedureEdit.SetOptional("s7", true), "Optional now: “Tell the warehouse”" },
        { new ProcedureEdit.Remove("s2"), "Removed: “Ask for a photo of the damage”" },
        { new ProcedureEdit.Add("Check the address", "s1", default, "U1"), "Added: “Check the address” after “Ask for the order number”" },
        { new ProcedureEdit.Move("s7", "s1"), "Moved: “Tell the warehouse” now comes after “Ask for the order number”" },
        { new ProcedureEdit.SetWhen("s7", "stock is short"), "Condition: “Tell the warehouse” now only if stock is short" },
        { new ProcedureEdit.SetWhen("s3", "she wants it"), "Condition: “Offer a replacement” now if she wants it, not if the customer still wants it" },
        { new ProcedureEdit.SetWhen("s4", "it is lost"), "Condition: “Issue the refund” and “Contact the carrier” now only if it is lost" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void one_edit_is_one_line(ProcedureEdit edit, string line) =>
        Changes.Between(Parcels.Damaged, Parcels.Edited(edit)).Select(change => change.Say()).Should().Equal(line);

    [Fact]
    public void other_blocks_over_the_same_steps_are_a_change()
    {
        var after = Parcels.Damaged.Over(Parcels.Damaged.Steps, new StepFlow.InOrder([.. Parcels.Damaged.Flow.Children.Take(3), new StepFlow.Do("s6"), new StepFlow.Do("s7")]), 8);

        Changes.Between(Parcels.Damaged, after).Should().Equal(new Change.Rearranged([]));
        Changes.Between(after, Parcels.Damaged).Select(change => change.Say()).Should().Equal("Arranged anew: “Update the ticket” and “Tell the warehouse” in any order");
    }

    [Fact]
    public void a_procedure_differs_in_nothing_from_itself()
    {
        for (var seed = 0; seed < 300; seed++) Changes.Between(RandomProcedures.Of(seed), RandomProcedures.Of(seed)).Should().BeEmpty();
    }

    [Fact]
    public void nothing_is_told_only_where_nothing_differs()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var before = RandomProcedures.Of(seed);
            var after = RandomProcedures.Edited(before, 3, new Random(seed));
            if (Changes.Between(before, after).Count == 0) (after.Title, after.Trigger, after.Flow).Should().Be((before.Title, before.Trigger, before.Flow));
        }
    }

    [Fact]
    public void an_edit_is_told_as_what_it_was()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var before = RandomProcedures.Of(seed);
            var edit = RandomProcedures.Edit(before, new Random(seed + 7));
            if (before.Apply(edit) is not Edited.Done { Procedure: var after }) continue;
            var changes = Changes.Between(before, after);

            changes.Where(change => !Belongs(change, edit)).Should().BeEmpty("seed {0}: {1}", seed, edit);
            if (edit is ProcedureEdit.Add or ProcedureEdit.Remove or ProcedureEdit.Retitle or ProcedureEdit.SetTrigger or ProcedureEdit.Reword) changes.Should().NotBeEmpty();
        }
    }

    [Fact]
    public void what_came_on_the_way_there_goes_on_the_way_back()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var before = RandomProcedures.Of(seed);
            var after = RandomProcedures.Edited(before, 5, new Random(seed));
            var (there, back) = (Changes.Between(before, after), Changes.Between(after, before));

            there.OfType<Change.Added>().Select(change => change.Step.Id).Should().BeEquivalentTo(back.OfType<Change.Removed>().Select(change => change.Step.Id));
            there.OfType<Change.Moved>().Should().HaveSameCount(back.OfType<Change.Moved>());
            there.OfType<Change.Reworded>().Should().HaveSameCount(back.OfType<Change.Reworded>());
            there.OfType<Change.OwnerChanged>().Should().HaveSameCount(back.OfType<Change.OwnerChanged>());
            there.OfType<Change.OptionalChanged>().Should().HaveSameCount(back.OfType<Change.OptionalChanged>());
        }
    }

    /// <summary>Taking a step away can leave another one optional or its block without need; a step put elsewhere comes under other conditions.</summary>
    private static bool Belongs(Change change, ProcedureEdit edit) => (edit, change) switch
    {
        (ProcedureEdit.Retitle, Change.Retitled) or (ProcedureEdit.SetTrigger, Change.TriggerChanged) => true,
        (ProcedureEdit.Reword one, Change.Reworded told) => one.Step == told.Step,
        (ProcedureEdit.SetOwner one, Change.OwnerChanged told) => one.Step == told.Step.Id,
        (ProcedureEdit.SetOptional one, Change.OptionalChanged told) => one.Step == told.Step.Id,
        (ProcedureEdit.Add, Change.Added) => true,
        (ProcedureEdit.Remove one, Change.Removed told) => one.Step == told.Step.Id,
        (ProcedureEdit.Remove, Change.OptionalChanged { Step.Optional: true }) => true,
        (ProcedureEdit.Move, Change.Moved or Change.ConditionChanged or Change.Rearranged or Change.OptionalChanged { Step.Optional: true }) => true,
        (ProcedureEdit.SetWhen, Change.ConditionChanged or Change.OptionalChanged { Step.Optional: true } or Change.Rearranged) => true,
        _ => false,
    };
}
