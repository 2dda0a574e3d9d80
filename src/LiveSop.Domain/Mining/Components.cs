namespace LiveSop.Domain.Mining;

/// <summary>Nodes 0 … n-1 joined into groups.</summary>
internal sealed class Components
{
    private readonly int[] parent;

    public Components(int size) => parent = [.. Enumerable.Range(0, size)];

    public static Components Where(int size, Func<int, int, bool> joined)
    {
        var components = new Components(size);
        for (var a = 0; a < size; a++)
            for (var b = a + 1; b < size; b++)
                if (joined(a, b))
                    components.Join(a, b);
        return components;
    }

    public int Of(int node)
    {
        while (parent[node] != node) node = parent[node] = parent[parent[node]];
        return node;
    }

    /// <summary>The smaller root stays, so that the outcome does not depend on the order of joining.</summary>
    public void Join(int a, int b)
    {
        (a, b) = (Of(a), Of(b));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>By smallest member, members ascending.</summary>
    public List<List<int>> Groups() =>
        [.. Enumerable.Range(0, parent.Length).GroupBy(Of).Select(g => g.ToList())];
}
