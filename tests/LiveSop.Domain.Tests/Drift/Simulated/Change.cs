using LiveSop.Domain.Drift;
using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Drift.Simulated;

internal enum ChangeKind { Skip, Add, Move, Shift }

/// <summary>A way that a team works from some time on.</summary>
/// <param name="Old">As it was; of a shift with the branch at 50 %.</param>
/// <param name="Subject">The step or activity it is about; of a shift the first of the branch that is taken more often.</param>
internal sealed record Change(ChangeKind Kind, Way Old, Way New, int Subject)
{
    /// <summary>Null where the procedure gives no room for one that nearly every case shows.</summary>
    public static Change? Draw(ChangeKind kind, Way old, int added, Random random)
    {
        if (kind == ChangeKind.Shift) return Shift(old, random);
        for (var attempt = 0; attempt < 30; attempt++)
        {
            var steps = old.Nodes().OfType<Way.Step>().ToList();
            var (step, beside) = (steps[random.Next(steps.Count)], steps[random.Next(steps.Count)]);
            var gone = old.With(step, new Way.InOrder([]));
            var change = kind switch
            {
                ChangeKind.Skip => new Change(kind, old, gone, step.Index),
                ChangeKind.Add => new Change(kind, old, old.With(beside, new Way.InOrder([beside, new Way.Step(added)])), added),
                _ => new Change(kind, old, gone.With(beside, new Way.InOrder([beside, step])), step.Index),
            };
            if ((kind != ChangeKind.Move || step != beside && change.IsKept(random)) && change.IsSeen(random)) return change;
        }
        return null;
    }

    /// <summary>Whether a revision says this change: the kind and what it is about, and cases done in the new way fit what it makes of the tree.</summary>
    public bool IsSaidBy(Revision revision, ProcessTree tree, int activities, Random random)
    {
        if (!revision.Reasons.Any(reason => Says(reason.Deviation))) return false;
        if (Kind == ChangeKind.Shift) return true;
        var replay = new Replay(tree.Apply(revision.Reasons.Where(reason => Says(reason.Deviation)).Select(reason => reason.Edit)), activities);
        return Enumerable.Range(0, 30).All(_ => replay.Align(New.Draw(random)).Fits);
    }

    /// <summary>Of a move, which step is said to have moved past which is a matter of words; where it leads is not.</summary>
    public bool Says(Deviation deviation) => (Kind, deviation) switch
    {
        (ChangeKind.Skip, Deviation.Skipped skipped) => skipped.Step == Subject,
        (ChangeKind.Add, Deviation.Added one) => one.Activity == Subject,
        (ChangeKind.Move, Deviation.Moved) => true,
        (ChangeKind.Shift, Deviation.Shifted shifted) => shifted.More == (shifted.Branch.First == Subject) && Rivals().Contains(shifted.Branch.First),
        _ => false,
    };

    private IEnumerable<int> Rivals() => New.Nodes().OfType<Way.Either>()
        .Where(either => either.Children().Any(child => child.Steps().First() == Subject)).SelectMany(either => either.Children().Select(child => child.Steps().First()));

    private static Change? Shift(Way old, Random random)
    {
        // A choice that every case comes to.
        var choices = old.Children().OfType<Way.Either>().ToList();
        if (choices.Count == 0) return null;
        var choice = choices[random.Next(choices.Count)];
        var even = choice with { First = 0.5 };
        var before = old.With(choice, even);
        var first = choice.Second is null || random.Next(2) == 0;
        return new Change(ChangeKind.Shift, before, before.With(even, even with { First = first ? 0.9 : 0.1 }), (first ? choice.One : choice.Second!).Steps().First());
    }

    /// <summary>What moves into a branch is left out by the cases that take another one: that would be more than another order.</summary>
    private bool IsKept(Random random) =>
        Enumerable.Range(0, 40).All(_ => Old.Draw(random).Contains(Subject)) && Enumerable.Range(0, 40).All(_ => New.Draw(random).Contains(Subject));

    private bool IsSeen(Random random)
    {
        var replay = new Replay(Old.ToTree(), 64);
        return Enumerable.Range(0, 40).Count(_ => !replay.Align(New.Draw(random)).Fits) >= 39;
    }
}
