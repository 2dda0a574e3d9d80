namespace LiveSop.Domain.Mining;

/// <summary>Builds the blocks of a tree from how its activities stand to each other.</summary>
/// <param name="exceptions">Of the cases with two activities, those that may have them the other way round before there is no order; in [0, 1].</param>
internal sealed class Blocks(Relations relations, double exceptions)
{
    /// <summary>Of the cases with an activity, or a pair: from here it is a loop.</summary>
    private const double Repeating = 0.25;

    /// <param name="activities">By place; at least one.</param>
    public ProcessTree Of(int[] activities) => Single(activities) ?? Sequence(activities) ?? Loop(activities) ?? Choice(activities) ?? Parallel(activities);

    private ProcessTree? Single(int[] activities)
    {
        if (activities.Length > 1) return null;
        var leaf = new ProcessTree.Activity(activities[0]);
        return relations.Repeats(activities[0]) >= Repeating ? new ProcessTree.Loop(leaf, ProcessTree.Silent) : leaf;
    }

    /// <summary>Groups between which there is an order; neighbours that exclude each other become a choice.</summary>
    private ProcessTree? Sequence(int[] activities)
    {
        var groups = Unordered(activities);
        return groups.Count < 2 ? null : new ProcessTree.Sequence([.. Alternatives(groups).Select(Alternative)]);
    }

    /// <summary>What is tied to something later by a broken order belongs to one group with all between.</summary>
    private List<int[]> Unordered(int[] activities)
    {
        var groups = new List<int[]>();
        for (var start = 0; start < activities.Length;)
        {
            var end = start;
            for (var i = start; i <= end; i++) end = Math.Max(end, Array.FindLastIndex(activities, later => Tied(activities[i], later)));
            groups.Add(activities[start..(end + 1)]);
            start = end + 1;
        }
        return groups;
    }

    /// <summary>Where every exception is allowed there are no loops either.</summary>
    private bool Tied(int earlier, int later) =>
        relations.Place(earlier) <= relations.Place(later) && earlier != later
        && (relations.Contradict(earlier, later, exceptions) || (exceptions < 1 && relations.TakeTurns(earlier, later, Repeating)));

    private List<List<int[]>> Alternatives(List<int[]> groups)
    {
        var blocks = new List<List<int[]>>();
        foreach (var group in groups)
            if (blocks.Count > 0 && blocks[^1].TrueForAll(other => other.All(a => group.All(b => relations.ExcludeEachOther(a, b))))) blocks[^1].Add(group);
            else blocks.Add([group]);
        return blocks;
    }

    private ProcessTree Alternative(List<int[]> groups) =>
        groups.Count == 1 ? Of(groups[0]) : new ProcessTree.Choice([.. groups.Select(group => Of(group))]);

    /// <summary>Activities that take turns: the whole block is gone through again.</summary>
    private ProcessTree? Loop(int[] activities)
    {
        var turns = Components.Where(activities.Length, (i, j) => relations.TakeTurns(activities[i], activities[j], Repeating));
        if (turns.Groups().Count > 1) return null;
        return new ProcessTree.Loop(new ProcessTree.Sequence([.. activities.Select(a => new ProcessTree.Activity(a))]), ProcessTree.Silent);
    }

    private ProcessTree? Choice(int[] activities)
    {
        var kinds = Components.Where(activities.Length, (i, j) => !relations.ExcludeEachOther(activities[i], activities[j])).Groups();
        return kinds.Count < 2 ? null : new ProcessTree.Choice([.. kinds.Select(kind => Of([.. kind.Select(i => activities[i])]))]);
    }

    private ProcessTree Parallel(int[] activities) =>
        new ProcessTree.Parallel([.. activities.Select(a => Single([a])!)]);
}
