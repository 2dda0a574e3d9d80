using LiveSop.Domain.Drift;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Tests.Drift.Simulated;
using Stream = LiveSop.Domain.Tests.Drift.Simulated.Stream;

namespace LiveSop.Domain.Tests.Drift;

/// <summary>What holds of every watch, tried on simulated teams.</summary>
public sealed class DriftLawTests
{
    private static readonly Shapes[] Both = [Shapes.Rows, Shapes.Nests];

    [Fact]
    public void teams_that_do_not_change_are_left_alone() =>
        Both.Sum(shapes => Enumerable.Range(0, 150).Count(seed => Trial.Raises(Stream.Still(shapes, seed)))).Should().BeLessThanOrEqualTo(6);

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 20)]
    [InlineData(2, 20)]
    [InlineData(3, 40)]
    public void a_change_is_found_in_time(int kind, int cases)
    {
        foreach (var shapes in Both)
            Enumerable.Range(0, 9).Select(seed => Trial.Of(Stream.Changing(shapes, (ChangeKind)kind, 7000 + seed), seed).Delay ?? int.MaxValue)
                .Order().ElementAt(4).Should().BeLessThanOrEqualTo(cases, shapes.Name);
    }

    [Fact]
    public void the_baseline_once_more_is_no_change()
    {
        foreach (var stream in Streams(20))
            new DriftWatch(stream.Tree, stream.Activities).Look(stream.Baseline, [.. stream.Baseline.Select(one => one with { Id = "again " + one.Id })], []).Should().BeOfType<DriftState.Steady>();
    }

    [Fact]
    public void the_order_of_the_baseline_says_nothing()
    {
        foreach (var stream in Streams(6))
            Written(stream, [.. stream.Baseline.Reverse()], stream.Live).Should().Be(Written(stream, stream.Baseline, stream.Live));
    }

    [Fact]
    public void a_proposal_has_cases_behind_it_that_show_it_and_fewer_deviations_after_it()
    {
        foreach (var stream in Streams(12))
        {
            if (new DriftWatch(stream.Tree, stream.Activities).Look(stream.Baseline, stream.Live, []) is not DriftState.Shifted(_, var revision)) continue;
            revision.Reasons.Should().OnlyContain(reason => reason.Cases.Count >= 5 && reason.Cases.Count <= reason.Of);
            var changes = revision.Reasons.Where(reason => reason.Edit is not (RevisionEdit.Reweigh or RevisionEdit.MakeMandatory or RevisionEdit.DropBranch)).ToList();
            var shown = stream.Live.Where(one => changes.Any(reason => reason.Cases.Contains(one.Id))).ToList();
            var cost = Cost(stream.Tree.Apply(changes.Select(reason => reason.Edit)), shown, stream.Activities);
            if (changes.Count > 0) cost.Should().BeLessThan(Cost(stream.Tree, shown, stream.Activities));
        }
    }

    [Fact]
    public void a_later_case_never_changes_when_something_was_first_found()
    {
        foreach (var stream in Streams(4))
        {
            var watch = new DriftWatch(stream.Tree, stream.Activities);
            var full = watch.Look(stream.Baseline, stream.Live, []).Counts.ToDictionary(count => count.Place, count => count.FirstRaised);
            for (var cases = 10; cases < stream.Live.Count; cases += 25)
                foreach (var count in watch.Look(stream.Baseline, [.. stream.Live.Take(cases)], []).Counts)
                    count.FirstRaised.Should().Be(full[count.Place] <= cases ? full[count.Place] : null);
        }
    }

    private static IEnumerable<Stream> Streams(int each) =>
        from shapes in Both
        from seed in Enumerable.Range(0, each)
        select Stream.Changing(shapes, (ChangeKind)(seed % 4), seed);

    private static string Written(Stream stream, IReadOnlyList<CaseTrace> baseline, IReadOnlyList<CaseTrace> live)
    {
        var state = new DriftWatch(stream.Tree, stream.Activities).Look(baseline, live, []);
        return string.Join('\n', state.Counts)
            + (state is DriftState.Shifted shifted ? string.Join('\n', shifted.Revision.Reasons.Select(reason => $"{reason.Edit} {string.Join(',', reason.Cases)}")) : "");
    }

    private static int Cost(ProcessTree tree, List<CaseTrace> cases, int activities)
    {
        var replay = new Replay(tree, activities);
        return cases.Sum(one => replay.Align(one.Activities).Cost);
    }
}
