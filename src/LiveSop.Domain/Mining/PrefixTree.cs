namespace LiveSop.Domain.Mining;

/// <summary>The traces of a log with their common beginnings kept once. Node 0 is the empty prefix; parents stand before children.</summary>
internal sealed class PrefixTree
{
    private readonly List<Node> nodes = [];

    private PrefixTree(EventLog log) => Log = log;

    public EventLog Log { get; }

    public IReadOnlyList<Node> Nodes => nodes;

    public static PrefixTree Of(EventLog log)
    {
        var tree = new PrefixTree(log);
        tree.nodes.Add(new Node(-1, -1));
        var (path, previous) = (new List<int> { 0 }, Array.Empty<int>());
        // Variants are sorted, so each shares its beginning with the one before it.
        foreach (var variant in log.Variants)
        {
            var common = previous.AsSpan().CommonPrefixLength(variant.Trace);
            path.RemoveRange(common + 1, path.Count - common - 1);
            foreach (var activity in variant.Trace.AsSpan(common)) path.Add(tree.Add(path[^1], activity));
            foreach (var node in path) tree.nodes[node].Cases += variant.Count;
            tree.nodes[path[^1]].Ending += variant.Count;
            previous = variant.Trace;
        }
        return tree;
    }

    private int Add(int parent, int activity)
    {
        nodes[parent].Next.Add(activity);
        nodes.Add(new Node(parent, activity));
        return nodes.Count - 1;
    }

    /// <summary>A prefix: the one before it, and the activity that was added.</summary>
    public sealed record Node(int Parent, int Activity)
    {
        public int Cases { get; set; }

        /// <summary>Of them, the cases that are no longer than this.</summary>
        public int Ending { get; set; }

        public List<int> Next { get; } = [];
    }
}
