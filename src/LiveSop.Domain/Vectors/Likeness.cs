namespace LiveSop.Domain.Vectors;

/// <summary>
/// How alike groups of documents are: the mean similarity across two groups over the geometric mean of the similarities within them.
/// A document is never compared with itself, so small groups do not look tight by chance. 1 means that the border between the groups
/// tells nothing. Groups can be joined, and the rest is kept up.
/// </summary>
public sealed class Likeness
{
    private const double LeastWithin = 1e-4;

    private readonly float[][] sums;
    private readonly double[] selves;
    private readonly int[] sizes;
    private readonly double[,] products;

    /// <param name="documents">Of length 1, or zero.</param>
    /// <param name="groups">For each document its group; negative: none.</param>
    public Likeness(IReadOnlyList<SparseVector> documents, IReadOnlyList<int> groups, int terms, int count)
    {
        sums = new float[count][];
        for (var group = 0; group < count; group++) sums[group] = new float[terms];
        selves = new double[count];
        sizes = new int[count];
        for (var d = 0; d < documents.Count; d++)
            if (groups[d] is >= 0 and var group)
            {
                documents[d].AddTo(sums[group]);
                selves[group] += documents[d].SquaredLength();
                sizes[group]++;
            }
        products = new double[count, count];
        for (var a = 0; a < count; a++) Multiply(a);
    }

    /// <summary>The mean similarity of two different documents of the group; 0 for a group of one.</summary>
    public double Within(int group) =>
        sizes[group] < 2 ? 0 : (products[group, group] - selves[group]) / ((double)sizes[group] * (sizes[group] - 1));

    /// <summary>A group of one is measured by the other group alone; two of one by their similarity.</summary>
    public double Between(int a, int b)
    {
        if (sizes[a] == 0 || sizes[b] == 0) return 0;
        var across = products[a, b] / ((double)sizes[a] * sizes[b]);
        return across / Math.Sqrt(Hold(a, b) * Hold(b, a));
    }

    private double Hold(int group, int other) =>
        sizes[group] > 1 ? Math.Max(LeastWithin, Within(group)) : sizes[other] > 1 ? Math.Max(LeastWithin, Within(other)) : 1;

    /// <summary>The second group becomes part of the first, and empty.</summary>
    public void Join(int a, int b)
    {
        for (var i = 0; i < sums[a].Length; i++) sums[a][i] += sums[b][i];
        Array.Clear(sums[b]);
        (selves[a], selves[b]) = (selves[a] + selves[b], 0);
        (sizes[a], sizes[b]) = (sizes[a] + sizes[b], 0);
        Multiply(a);
        Multiply(b);
    }

    private void Multiply(int a)
    {
        for (var b = 0; b < sums.Length; b++)
        {
            var sum = 0.0;
            for (var i = 0; i < sums[a].Length; i++) sum += (double)sums[a][i] * sums[b][i];
            products[a, b] = products[b, a] = sum;
        }
    }
}
