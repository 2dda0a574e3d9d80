namespace LiveSop.Domain.Sops.Living;

/// <summary>Which steps came, went, or changed their place, by id. Those that stayed are as many as can be.</summary>
internal sealed record OrderChange(IReadOnlySet<string> Added, IReadOnlySet<string> Removed, IReadOnlySet<string> Moved, IReadOnlySet<string> Stayed)
{
    public static OrderChange Of(Procedure before, Procedure after)
    {
        var places = before.Steps.Index().ToDictionary(step => step.Item.Id, step => step.Index, StringComparer.Ordinal);
        var common = after.Steps.Select(step => step.Id).Where(places.ContainsKey).ToList();
        var stayed = LongestRise([.. common.Select(id => places[id])]).Select(at => common[at]).ToHashSet(StringComparer.Ordinal);
        return new(
            after.Steps.Select(step => step.Id).Where(id => !places.ContainsKey(id)).ToHashSet(StringComparer.Ordinal),
            before.Steps.Select(step => step.Id).Except(common).ToHashSet(StringComparer.Ordinal),
            common.Where(id => !stayed.Contains(id)).ToHashSet(StringComparer.Ordinal),
            stayed);
    }

    /// <returns>Places in the list of a longest rising subsequence.</returns>
    private static IEnumerable<int> LongestRise(IReadOnlyList<int> values)
    {
        var (length, previous) = (new int[values.Count], new int[values.Count]);
        for (var i = 0; i < values.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (values[j] < values[i] && length[j] >= length[i]) (length[i], previous[i]) = (length[j] + 1, j);
        }
        for (var at = Array.IndexOf(length, length.DefaultIfEmpty().Max()); at >= 0; at = previous[at]) yield return at;
    }
}
