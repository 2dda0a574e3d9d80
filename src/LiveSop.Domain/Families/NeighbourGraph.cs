using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Families;

/// <summary>A weighted undirected graph, as a list of edges for each node; every edge stands in both lists.</summary>
public sealed class NeighbourGraph(IReadOnlyList<IReadOnlyList<(int Node, double Weight)>> edges)
{
    public int Count => edges.Count;

    public IReadOnlyList<(int Node, double Weight)> Of(int node) => edges[node];

    /// <summary>
    /// Joins each document with its most similar ones, an edge weighing as many neighbours as the two share
    /// (Jarvis, Patrick: Clustering Using a Similarity Measure Based on Shared Near Neighbors, 1973).
    /// </summary>
    /// <param name="documents">Of length 1, or zero: a zero document stays alone.</param>
    public static NeighbourGraph SharedNeighbours(IReadOnlyList<SparseVector> documents, int terms, int neighbours)
    {
        var nearest = Nearest(documents, terms, neighbours);
        var edges = Array.ConvertAll(nearest, _ => new SortedDictionary<int, double>());
        for (var a = 0; a < nearest.Length; a++)
            foreach (var b in nearest[a])
                if (Shared(nearest[a], nearest[b]) is > 0 and var shared) edges[a][b] = edges[b][a] = shared;
        return new([.. edges.Select(of => (IReadOnlyList<(int, double)>)[.. of.Select(edge => (edge.Key, edge.Value))])]);
    }

    private static int[][] Nearest(IReadOnlyList<SparseVector> documents, int terms, int neighbours)
    {
        var postings = new List<(int Document, float Weight)>[terms];
        for (var d = 0; d < documents.Count; d++)
            for (var i = 0; i < documents[d].Indices.Length; i++)
                (postings[documents[d].Indices[i]] ??= []).Add((d, documents[d].Values[i]));
        var nearest = new int[documents.Count][];
        Parallel.For(0, documents.Count, () => new float[documents.Count], (d, _, similarity) =>
        {
            nearest[d] = MostSimilar(documents[d], d, postings, similarity, neighbours);
            return similarity;
        }, _ => { });
        return nearest;
    }

    private static int[] MostSimilar(SparseVector document, int self, List<(int Document, float Weight)>[] postings, float[] similarity, int neighbours)
    {
        Array.Clear(similarity);
        for (var i = 0; i < document.Indices.Length; i++)
            foreach (var (other, weight) in postings[document.Indices[i]]) similarity[other] += document.Values[i] * weight;
        similarity[self] = 0;
        var best = new PriorityQueue<int, (float, int)>();
        for (var other = 0; other < similarity.Length; other++)
        {
            if (similarity[other] <= 0) continue;
            best.Enqueue(other, (similarity[other], -other));
            if (best.Count > neighbours) best.Dequeue();
        }
        return [.. best.UnorderedItems.Select(item => item.Element).Order()];
    }

    private static int Shared(int[] a, int[] b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
            if (a[i] == b[j]) (i, j, shared) = (i + 1, j + 1, shared + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        return shared;
    }
}
