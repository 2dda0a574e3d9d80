namespace LiveSop.Domain.Mining;

/// <summary>
/// Mines a log without anything to set. Half of the cases judge the trees that the other half gives: they say how much to overlook, and
/// which activities to leave out. The trees of the best recipes are then mined from all cases and improved step by step, each step
/// confirmed by both halves, so that the process is learned and not the sample.
/// </summary>
public static class Discovery
{
    /// <summary>An activity in this share of the cases or more is never left out.</summary>
    private const double Required = 0.05;

    /// <summary>Of larger logs an evenly drawn part is looked at.</summary>
    private const int MostPrefixes = 3_000;

    /// <summary>Below this, half of the cases can confirm nothing, and all judge.</summary>
    private const int FewCases = 2;

    private const int Starts = 3;

    /// <summary>Prefixes that may be replayed from each start: some hundred trees of a usual log.</summary>
    private const int Effort = 100_000;

    /// <summary>A sound tree with every activity that occurs in at least 5 % of the cases; the same for the same cases in any order.</summary>
    public static ProcessTree Discover(EventLog log)
    {
        var required = log.InAtLeast(Required);
        var sample = Sample(log);
        Appeal[] halves = sample.Cases < FewCases ? [Judge(sample)] : [Judge(sample.Every(2, 0)), Judge(sample.Every(2, 1))];
        var starts = Recipe.All(Required, sample)
            .OrderByDescending(recipe => halves[^1].Of(recipe.Mine(halves.Length > 1 ? sample.Every(2, 0) : sample)))
            .Select(recipe => recipe.Mine(sample))
            .Where(tree => required.IsSubsetOf(tree.Activities()))
            .DistinctBy(tree => ProcessTreeNotation.Write(tree, log.Activities))
            .Take(Starts).DefaultIfEmpty(new InductiveMiner().Mine(log));
        return starts.Select(start => new TreeSearch(halves, required, log.Activities, Effort).Improve(start)).MaxBy(Judge(sample).Of)!;
    }

    private static Appeal Judge(EventLog log) => new(PrefixTree.Of(log));

    private static EventLog Sample(EventLog log)
    {
        var sample = log;
        for (var step = 2; PrefixTree.Of(sample).Nodes.Count > MostPrefixes; step *= 2) sample = log.Every(step, 0);
        return sample;
    }
}
