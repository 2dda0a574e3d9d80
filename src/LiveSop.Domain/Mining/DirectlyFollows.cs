namespace LiveSop.Domain.Mining;

/// <summary>
/// How often one activity directly follows another, starts a case, or ends one.
/// Nodes are numbered from 0; <see cref="Activities"/> says which activity of the log each is.
/// </summary>
public sealed class DirectlyFollows
{
    private DirectlyFollows(int[] activities, int[,] counts, int[] starts, int[] ends) =>
        (Activities, Counts, Starts, Ends) = (activities, counts, starts, ends);

    /// <summary>The activities that occur, ascending.</summary>
    public IReadOnlyList<int> Activities { get; }

    /// <summary>[from, to] in cases and occurrences.</summary>
    public int[,] Counts { get; }

    public IReadOnlyList<int> Starts { get; }

    public IReadOnlyList<int> Ends { get; }

    public int Size => Activities.Count;

    /// <summary>How many there are.</summary>
    public int Edges => Counts.Cast<int>().Count(c => c > 0);

    public bool Edge(int from, int to) => Counts[from, to] > 0;

    public static DirectlyFollows Of(EventLog log)
    {
        var node = new int[log.Activities.Count];
        foreach (var variant in log.Variants)
            foreach (var activity in variant.Trace)
                node[activity] = 1;
        var activities = Enumerable.Range(0, node.Length).Where(a => node[a] == 1).ToArray();
        for (var i = 0; i < activities.Length; i++) node[activities[i]] = i;
        var graph = new DirectlyFollows(activities, new int[activities.Length, activities.Length], new int[activities.Length], new int[activities.Length]);
        foreach (var variant in log.Variants)
            if (variant.Trace.Length > 0)
                graph.Count(variant, node);
        return graph;
    }

    /// <summary>Without the edges that are rarer than this share of the strongest way on from the same activity (IMf, 2014, sec. 3.1).</summary>
    /// <param name="noise">In [0, 1]; 0 keeps all.</param>
    public DirectlyFollows Without(double noise)
    {
        var counts = new int[Size, Size];
        for (var from = 0; from < Size; from++)
        {
            var strongest = Ends[from];
            for (var to = 0; to < Size; to++) strongest = Math.Max(strongest, Counts[from, to]);
            for (var to = 0; to < Size; to++)
                if (Counts[from, to] > noise * strongest)
                    counts[from, to] = Counts[from, to];
        }
        return new DirectlyFollows([.. Activities], counts, [.. Starts], [.. Ends]);
    }

    private void Count(Variant variant, int[] node)
    {
        var trace = variant.Trace;
        ((int[])Starts)[node[trace[0]]] += variant.Count;
        ((int[])Ends)[node[trace[^1]]] += variant.Count;
        for (var i = 1; i < trace.Length; i++) Counts[node[trace[i - 1]], node[trace[i]]] += variant.Count;
    }
}
