using LiveSop.Domain.Drift;
using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Drift;

public sealed class DriftWatchTests
{
    private static readonly ProcessTree Five = Tell.Tree("->( 0, 1, 2, 3, 4 )");
    private static readonly List<CaseTrace> Before = Tell.Cases("b", 30, "01234");

    [Theory]
    [InlineData("0134", "->( 0, 1, 3, 4 )")]
    [InlineData("012374", "->( 0, 1, 2, 3, 7, 4 )")]
    [InlineData("701234", "->( 7, 0, 1, 2, 3, 4 )")]
    [InlineData("012347", "->( 0, 1, 2, 3, 4, 7 )")]
    [InlineData("03124", "->( 0, 3, 1, 2, 4 )")]
    [InlineData("12340", "->( 1, 2, 3, 4, 0 )")]
    public void proposes_the_one_edit_that_makes_the_new_way_fit(string now, string revised)
    {
        var revision = DriftWatch.Look(Five, Before, Tell.Cases("c", 15, now), []).Revision();
        revision.Reasons.Should().ContainSingle();
        Tell.Write(Five.Apply(revision.Reasons.Select(reason => reason.Edit))).Should().Be(revised);
    }

    [Fact]
    public void two_changes_at_once_are_two_edits()
    {
        var revision = DriftWatch.Look(Five, Before, Tell.Cases("c", 15, "01734"), []).Revision();
        Tell.Write(Five.Apply(revision.Reasons.Select(reason => reason.Edit))).Should().Be("->( 0, 1, 7, 3, 4 )");
        revision.Reasons.Select(reason => reason.Deviation.GetType()).Should().BeEquivalentTo([typeof(Deviation.Skipped), typeof(Deviation.Added)]);
    }

    [Fact]
    public void names_the_cases_behind_an_edit_and_of_how_many()
    {
        List<CaseTrace> live = [.. Tell.Cases("old", 10, "01234"), .. Tell.Cases("new", 15, "0134", "0134", "0134", "0134", "01234")];
        var reason = DriftWatch.Look(Five, Before, live, []).Revision().Reasons.Should().ContainSingle().Subject;
        reason.Deviation.Should().Be(new Deviation.Skipped(2));
        reason.Cases.Should().HaveCount(12).And.OnlyContain(id => id.StartsWith("new")).And.NotContain("new4");
        reason.Of.Should().Be(15);
    }

    [Fact]
    public void a_step_that_half_the_cases_leave_out_becomes_optional() =>
        DriftWatch.Look(Five, Before, Tell.Cases("c", 40, "0134", "01234"), []).Revision().Reasons
            .Should().ContainSingle().Which.Edit.Should().Be(new RevisionEdit.MakeOptional(2));

    [Fact]
    public void an_optional_step_that_all_do_becomes_mandatory()
    {
        var tree = Tell.Tree("->( 0, X( 1, tau ), 2 )");
        var revision = DriftWatch.Look(tree, Tell.Cases("b", 80, "012", "02"), Tell.Cases("c", 40, "012"), []).Revision();
        Tell.Write(tree.Apply(revision.Reasons.Select(reason => reason.Edit))).Should().Be("->( 0, 1, 2 )");
    }

    [Theory]
    [InlineData("012", "->( 0, 1, 2 )")]
    [InlineData("032", "->( 0, 3, 2 )")]
    public void a_branch_that_nobody_takes_any_more_is_dropped(string now, string revised)
    {
        var tree = Tell.Tree("->( 0, X( 1, 3 ), 2 )");
        var revision = DriftWatch.Look(tree, Tell.Cases("b", 80, "012", "032"), Tell.Cases("c", 40, now), []).Revision();
        Tell.Write(tree.Apply(revision.Reasons.Select(reason => reason.Edit))).Should().Be(revised);
    }

    [Fact]
    public void a_branch_that_some_still_take_is_reweighed_and_stays()
    {
        var tree = Tell.Tree("->( 0, X( 1, 3 ), 2 )");
        string[] now = [.. Enumerable.Repeat("012", 9), "032"];
        var edit = DriftWatch.Look(tree, Tell.Cases("b", 80, "012", "032"), Tell.Cases("c", 50, now), []).Revision().Reasons.Should().ContainSingle().Subject.Edit;
        edit.Should().BeOfType<RevisionEdit.Reweigh>().Which.Share.Should().BeApproximately(0.9, 0.03);
        Tell.Write(tree.Apply([edit])).Should().Be(Tell.Write(tree));
    }

    [Fact]
    public void what_cases_always_did_beside_the_tree_is_no_change() =>
        DriftWatch.Look(Five, Tell.Cases("b", 30, "0134", "701234"), Tell.Cases("c", 100, "0134", "701234"), []).Should().BeOfType<DriftState.Steady>();

    [Fact]
    public void one_odd_case_is_never_enough()
    {
        for (var odd = 1; odd < 5; odd++)
            DriftWatch.Look(Five, Tell.Cases("b", 5000, "01234"), Tell.Cases("c", odd, "0134"), []).Should().BeOfType<DriftState.Steady>();
    }

    [Fact]
    public void counts_each_place_over_the_last_cases()
    {
        List<CaseTrace> live = [.. Tell.Cases("a", 30, "0134"), .. Tell.Cases("b", 20, "0134", "01234", "01234", "01234")];
        var count = DriftWatch.Look(Five, Before, live, []).Counts.Single(count => count.Place == new Place.Skip(2));
        (count.Recent, count.Of, count.Usual).Should().Be((5, 20, 0));
    }

    [Fact]
    public void a_change_that_went_away_again_is_no_longer_proposed()
    {
        var changed = Tell.Cases("c", 15, "0134");
        DriftWatch.Look(Five, Before, changed, []).Should().BeOfType<DriftState.Shifted>();
        DriftWatch.Look(Five, Before, [.. changed, .. Tell.Cases("d", 30, "01234")], []).Should().BeOfType<DriftState.Steady>();
    }

    [Fact]
    public void without_cases_there_is_nothing_to_say()
    {
        DriftWatch.Look(Five, [], [], []).Should().BeOfType<DriftState.Steady>();
        DriftWatch.Look(ProcessTree.Silent, [], [], []).Counts.Should().BeEmpty();
    }
}
