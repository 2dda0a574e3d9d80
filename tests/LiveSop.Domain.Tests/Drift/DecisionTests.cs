using LiveSop.Domain.Drift;
using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Drift;

public sealed class DecisionTests
{
    private static readonly ProcessTree Five = Tell.Tree("->( 0, 1, 2, 3, 4 )");
    private static readonly List<CaseTrace> Before = Tell.Cases("b", 30, "01234");
    private static readonly List<CaseTrace> Seen = Tell.Cases("c", 12, "0134");

    [Fact]
    public void what_was_rejected_comes_back_only_with_twice_the_cases_since()
    {
        var rejected = Decide(Verdict.Rejected);
        for (var more = 0; more < 24; more++) Look(Tell.Cases("d", more, "0134"), rejected).Should().BeOfType<DriftState.Steady>($"of {more} more cases");
        var reason = Look(Tell.Cases("d", 24, "0134"), rejected).Revision().Reasons.Should().ContainSingle().Subject;
        reason.Deviation.Should().Be(new Deviation.Skipped(2));
        reason.Cases.Should().HaveCount(24).And.OnlyContain(id => id.StartsWith('d'));
    }

    [Fact]
    public void a_rejection_of_one_change_does_not_hide_another() =>
        Look(Tell.Cases("d", 15, "01374"), Decide(Verdict.Rejected)).Revision().Reasons
            .Should().ContainSingle().Which.Deviation.Should().BeOfType<Deviation.Added>();

    [Fact]
    public void what_was_accepted_is_followed_in_peace()
    {
        var revised = Five.Apply([new RevisionEdit.Remove(2)]);
        DriftWatch.Look(revised, Before, [.. Seen, .. Tell.Cases("d", 100, "0134")], [Decide(Verdict.Accepted)]).Should().BeOfType<DriftState.Steady>();
    }

    [Fact]
    public void a_step_that_comes_back_after_its_removal_was_accepted_is_proposed_again_only_after_as_many_cases()
    {
        var revised = Five.Apply([new RevisionEdit.Remove(2)]);
        for (var more = 0; more < 12; more++)
            DriftWatch.Look(revised, Before, [.. Seen, .. Tell.Cases("d", more, "01234")], [Decide(Verdict.Accepted)]).Should().BeOfType<DriftState.Steady>($"of {more} cases");
        DriftWatch.Look(revised, Before, [.. Seen, .. Tell.Cases("d", 40, "01234")], [Decide(Verdict.Accepted)]).Revision().Reasons
            .Should().ContainSingle().Which.Deviation.Should().Be(new Deviation.Added(2, new Spot(1)));
    }

    [Fact]
    public void a_step_that_swings_around_the_limits_does_not_turn_the_sop_back_and_forth()
    {
        var optional = Five.Apply([new RevisionEdit.MakeOptional(2)]);
        List<CaseTrace> half = Tell.Cases("c", 40, "0134", "01234");
        var decision = new DriftDecision(new Deviation.Skipped(2), Verdict.Accepted, [.. half.Where((_, i) => i % 2 == 0).Select(one => one.Id)]);
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            List<CaseTrace> live = [.. half, .. Enumerable.Range(0, 300).Select(i => new CaseTrace($"d{i}", random.NextDouble() < 0.5 + 0.2 * Math.Sin(i / 8.0) ? [0, 1, 3, 4] : [0, 1, 2, 3, 4]))];
            DriftWatch.Look(optional, Before, live, [decision]).Counts.Should().OnlyContain(count => count.FirstRaised == null, $"of seed {seed}");
        }
    }

    [Fact]
    public void a_decision_holds_when_the_cases_behind_it_are_deleted()
    {
        var rejected = Decide(Verdict.Rejected);
        DriftWatch.Look(Five, Before, Tell.Cases("d", 12, "0134"), [rejected]).Should().BeOfType<DriftState.Steady>();
        DriftWatch.Look(Five, Before, Tell.Cases("d", 40, "0134"), [rejected]).Should().BeOfType<DriftState.Shifted>();
    }

    private static DriftDecision Decide(Verdict verdict)
    {
        var reason = DriftWatch.Look(Five, Before, Seen, []).Revision().Reasons.Single();
        return new DriftDecision(reason.Deviation, verdict, reason.Cases);
    }

    private static DriftState Look(List<CaseTrace> since, DriftDecision decision) => DriftWatch.Look(Five, Before, [.. Seen, .. since], [decision]);
}
