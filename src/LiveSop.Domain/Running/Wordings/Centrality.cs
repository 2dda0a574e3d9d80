using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Running.Wordings;

/// <summary>How like the others each of several texts is.</summary>
internal static class Centrality
{
    /// <param name="masked">Values are placeholders.</param>
    /// <returns>For each its mean cosine with the others, in [0, 1]; 0 of one alone.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<string> masked)
    {
        var vocabulary = new Vocabulary();
        var raw = masked.Select(text => SparseVector.Of(Tokens.Of(text).Where(token => !StopWords.Contains(token)).Select(token => (vocabulary.Number(Kin.Of(token)), 1f)))).ToList();
        var weights = TermWeights.Of(raw, vocabulary.Count);
        var vectors = raw.ConvertAll(weights.Apply);
        // The mean of the cosines with all is the cosine with their sum: n texts cost n products, not n².
        var sum = new float[vocabulary.Count];
        foreach (var vector in vectors) vector.AddTo(sum);
        return vectors.ConvertAll(vector => masked.Count < 2 ? 0 : Math.Max(0, (vector.Dot(sum) - vector.SquaredLength()) / (masked.Count - 1.0)));
    }
}
