namespace LiveSop.Domain.Vectors;

/// <summary>Inverse document frequency (Spärck Jones 1972): a term that is everywhere says little.</summary>
public sealed class TermWeights
{
    private readonly float[] weights;

    private TermWeights(float[] weights) => this.weights = weights;

    /// <summary>Weight <c>1 + ln((1 + n) / (1 + df))</c>; zero for terms in fewer documents than asked or in more than the share.</summary>
    public static TermWeights Of(IReadOnlyList<SparseVector> documents, int terms, int fewest = 1, double mostShare = 1)
    {
        var frequency = new int[terms];
        foreach (var document in documents)
            foreach (var index in document.Indices) frequency[index]++;
        var most = mostShare * documents.Count;
        return new(Array.ConvertAll(frequency, df => df >= fewest && df <= most ? 1 + MathF.Log((1f + documents.Count) / (1f + df)) : 0));
    }

    public bool Keeps(int index) => weights[index] > 0;

    /// <summary>Weighted and of length 1.</summary>
    public SparseVector Apply(SparseVector document) => document.Map((index, value) => value * weights[index]).Normalized();
}
