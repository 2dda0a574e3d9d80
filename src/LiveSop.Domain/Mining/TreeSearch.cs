namespace LiveSop.Domain.Mining;

/// <summary>Improves a tree by one small change after the other, each confirmed by every judge.</summary>
internal sealed class TreeSearch(IReadOnlyList<Appeal> judges, IReadOnlySet<int> required, IReadOnlyList<string> names, int budget)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int left = budget;

    public ProcessTree Improve(ProcessTree tree)
    {
        var (best, appeal) = (tree, judges.Select(judge => judge.Of(tree)).ToArray());
        var edits = TreeEdits.Of(best).ToList();
        // After a success the search goes on where it was, since most changes there were have their like in the new tree.
        for (int at = 0, tried = 0; tried < edits.Count && left > 0; at++, tried++)
        {
            var edit = edits[at % edits.Count].Simplify();
            if (!IsNew(edit) || Better(edit, appeal) is not { } better) continue;
            (best, appeal, tried) = (edit, better, 0);
            edits = [.. TreeEdits.Of(best)];
        }
        return best;
    }

    private bool IsNew(ProcessTree tree) =>
        required.IsSubsetOf(tree.Activities()) && seen.Add(ProcessTreeNotation.Write(tree, names));

    private double[]? Better(ProcessTree tree, double[] than)
    {
        var appeal = new double[judges.Count];
        for (var i = 0; i < judges.Count; i++)
        {
            left -= judges[i].Effort;
            appeal[i] = judges[i].Of(tree);
            if (appeal[i] <= than[i]) return null;
        }
        return appeal;
    }
}
