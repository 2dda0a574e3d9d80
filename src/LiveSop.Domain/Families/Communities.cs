namespace LiveSop.Domain.Families;

/// <summary>
/// Communities of a graph by modularity (Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large networks, 2008).
/// Nodes are visited in order, so the same graph gives the same communities.
/// </summary>
public static class Communities
{
    private const double LeastGain = 1e-9;

    /// <returns>For each node the number of its community, from 0 in the order of their first nodes.</returns>
    public static int[] Of(NeighbourGraph graph)
    {
        var communities = Enumerable.Range(0, graph.Count).ToArray();
        while (true)
        {
            var level = Numbered(Move(graph));
            for (var node = 0; node < communities.Length; node++) communities[node] = level[communities[node]];
            var count = level.Length == 0 ? 0 : level.Max() + 1;
            if (count == graph.Count) return communities;
            graph = Contract(graph, level, count);
        }
    }

    /// <summary>The same labels as numbers from 0 in the order in which they occur; negative ones stay.</summary>
    internal static int[] Numbered(int[] labels)
    {
        var numbers = new Dictionary<int, int>();
        return Array.ConvertAll(labels, label => label < 0 ? label : numbers.TryGetValue(label, out var number) ? number : numbers[label] = numbers.Count);
    }

    private static int[] Move(NeighbourGraph graph)
    {
        var community = Enumerable.Range(0, graph.Count).ToArray();
        var degree = Array.ConvertAll(community, node => graph.Of(node).Sum(edge => edge.Weight));
        var total = degree.ToArray();
        var all = degree.Sum();
        for (var moved = all > 0; moved;)
        {
            moved = false;
            for (var node = 0; node < graph.Count; node++) moved |= MoveOne(graph, node, community, degree[node], total, all);
        }
        return community;
    }

    private static bool MoveOne(NeighbourGraph graph, int node, int[] community, double degree, double[] total, double all)
    {
        var links = new SortedDictionary<int, double> { [community[node]] = 0 };
        foreach (var (other, weight) in graph.Of(node))
            if (other != node) links[community[other]] = links.GetValueOrDefault(community[other]) + weight;
        var home = community[node];
        total[home] -= degree;
        double Gain(int to) => links[to] - (degree * total[to] / all);
        var (best, gain) = (home, Gain(home) + LeastGain);
        foreach (var to in links.Keys)
            if (Gain(to) > gain) (best, gain) = (to, Gain(to));
        total[best] += degree;
        community[node] = best;
        return best != home;
    }

    private static NeighbourGraph Contract(NeighbourGraph graph, int[] level, int count)
    {
        var edges = new SortedDictionary<int, double>[count];
        for (var i = 0; i < count; i++) edges[i] = [];
        for (var node = 0; node < graph.Count; node++)
            foreach (var (other, weight) in graph.Of(node))
                edges[level[node]][level[other]] = edges[level[node]].GetValueOrDefault(level[other]) + weight;
        return new([.. edges.Select(of => (IReadOnlyList<(int, double)>)[.. of.Select(edge => (edge.Key, edge.Value))])]);
    }
}
