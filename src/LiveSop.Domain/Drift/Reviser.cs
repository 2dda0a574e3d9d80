using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Drift;

/// <summary>Makes of what was found the fewest edits that explain it.</summary>
internal sealed class Reviser(ProcessTree tree, int activities, IReadOnlyList<CaseTrace> live)
{
    /// <summary>A spot is sought with so many of the last cases at most.</summary>
    private const int Looked = 25;

    /// <summary>A branch is dropped when so many cases since came to the choice and none took it.</summary>
    private const int Untaken = 20;

    private readonly List<Reason> reasons = [];
    private ProcessTree revised = ProcessTree.Silent;

    public Revision Revise(IReadOnlyList<Signal> signals)
    {
        revised = tree;
        foreach (var signal in signals)
            if (signal.Place is Place.Take take) Take(signal, take.Branch);
        foreach (var signal in signals)
            if (signal.Place is Place.Skip skip)
                Add(signal, signal.IsRule ? new RevisionEdit.Remove(skip.Step) : new RevisionEdit.MakeOptional(skip.Step), new Deviation.Skipped(skip.Step));
        Move([.. signals.Where(signal => signal.Place is Place.Order)]);
        foreach (var signal in signals)
            if (signal.Place is Place.Addition addition) Insert(signal, addition.Activity);
        return new Revision(Fewest(signals));
    }

    private void Take(Signal signal, Branch branch)
    {
        var untaken = signal.Showing.Count() == signal.Of && signal.Of >= Untaken;
        RevisionEdit edit = (signal.Found.More, branch.Optional) switch
        {
            (true, true) => new RevisionEdit.MakeMandatory(branch),
            (true, false) when untaken && Rival(branch) is { } rival => new RevisionEdit.DropBranch(rival),
            (false, true) when untaken && branch.Leaves == 1 => new RevisionEdit.Remove(branch.First),
            (false, _) when untaken => new RevisionEdit.DropBranch(branch),
            _ => new RevisionEdit.Reweigh(branch, signal.Found.More ? signal.Share : 1 - signal.Share),
        };
        Add(signal, edit, new Deviation.Shifted(branch, signal.Found.More));
    }

    /// <summary>The other one of two branches.</summary>
    private Branch? Rival(Branch branch)
    {
        var arms = new TreePlan(tree).Arms;
        var choice = arms.First(arm => arm.Branch == branch).Choice;
        return arms.Where(arm => arm.Choice == choice && arm.Branch != branch).ToList() is [var other] ? other.Branch : null;
    }

    private void Insert(Signal signal, int activity)
    {
        RevisionEdit At(Spot spot) => new RevisionEdit.Insert(activity, spot, false);
        var best = Fit(signal.Showing).Best(revised, TreeRevision.Spots(revised), At).Spot;
        Add(signal, new RevisionEdit.Insert(activity, best, !signal.IsRule), new Deviation.Added(activity, best));
    }

    /// <summary>One step moved can change the order of many pairs. The move that fits the cases best goes first; pairs it does not put right ask for another.</summary>
    private void Move(List<Signal> pairs)
    {
        while (pairs.Count > 0)
        {
            var fit = Fit(pairs.SelectMany(pair => pair.Showing).Distinct());
            var steps = pairs.Select(pair => (Place.Order)pair.Place).SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Order();
            var (step, spot) = steps.Select(step => (Step: step, Best: BestMove(fit, step))).MinBy(move => (move.Best.Cost, -pairs.Count(pair => pair.Place.IsAbout(move.Step))))
                is var best ? (best.Step, best.Best.Spot) : default;
            var shown = pairs.Where(pair => pair.Place.IsAbout(step)).MaxBy(pair => pair.Showing.Count())!;
            Add(shown, new RevisionEdit.MoveStep(step, spot), new Deviation.Moved(step, spot));
            pairs = [.. pairs.Where(pair => !pair.Place.IsAbout(step))];
        }
    }

    private (Spot Spot, int Cost) BestMove(TreeFit fit, int step)
    {
        var without = revised.Apply(new RevisionEdit.Remove(step));
        return fit.Best(revised, TreeRevision.Spots(without), spot => new RevisionEdit.MoveStep(step, spot));
    }

    private void Add(Signal signal, RevisionEdit edit, Deviation deviation)
    {
        reasons.Add(new Reason(edit, deviation, [.. signal.Showing.Select(i => live[i].Id)], signal.Of));
        revised = revised.Apply(edit);
    }

    private TreeFit Fit(IEnumerable<int> cases) => new(activities, [.. cases.Order().TakeLast(Looked).Select(i => live[i].Activities)]);

    /// <summary>An edit without which the cases fit as well is left out, unless it is about shares, which fit says nothing of.</summary>
    private List<Reason> Fewest(IReadOnlyList<Signal> signals)
    {
        if (reasons.Count == 1) return reasons;
        var fit = Fit(Enumerable.Range(signals.Min(signal => signal.Found.Since), live.Count - signals.Min(signal => signal.Found.Since)));
        var left = reasons.ToList();
        foreach (var reason in reasons.Where(reason => reason.Deviation is not Deviation.Shifted))
        {
            List<Reason> others = [.. left.Where(other => other != reason)];
            if (others.Count > 0 && fit.Cost(tree.Apply(others.Select(r => r.Edit))) <= fit.Cost(tree.Apply(left.Select(r => r.Edit)))) left = others;
        }
        return left;
    }
}
