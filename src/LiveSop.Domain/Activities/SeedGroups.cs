using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Activities;

/// <summary>Groups to begin with: spherical k-means (Dhillon, Modha 2001) from spread-out starts (Arthur, Vassilvitskii: k-means++, 2007).</summary>
public static class SeedGroups
{
    private const int Rounds = 12;

    /// <param name="documents">Of length 1, or zero.</param>
    /// <returns>For each document its group, from 0 to <paramref name="count"/> - 1.</returns>
    public static int[] Of(IReadOnlyList<SparseVector> documents, int terms, int count, int seed)
    {
        var centres = Spread(documents, terms, count, new Random(seed));
        var groups = new int[documents.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var d = 0; d < documents.Count; d++) groups[d] = Nearest(documents[d], centres);
            for (var group = 0; group < count; group++) Recentre(centres[group], group, groups, documents);
        }
        return groups;
    }

    private static float[][] Spread(IReadOnlyList<SparseVector> documents, int terms, int count, Random random)
    {
        var centres = new float[count][];
        var distance = Enumerable.Repeat(1.0, documents.Count).ToArray();
        for (var group = 0; group < count; group++)
        {
            var chosen = Draw(distance, random);
            centres[group] = new float[terms];
            documents[chosen].AddTo(centres[group]);
            for (var d = 0; d < distance.Length; d++)
                distance[d] = Math.Min(distance[d], Math.Max(0, 1 - documents[d].Dot(centres[group])));
        }
        return centres;
    }

    private static int Draw(double[] distance, Random random)
    {
        var rest = random.NextDouble() * distance.Sum(d => d * d);
        for (var i = 0; i < distance.Length; i++)
            if ((rest -= distance[i] * distance[i]) < 0) return i;
        return distance.Length - 1;
    }

    private static int Nearest(SparseVector document, float[][] centres)
    {
        var (best, similarity) = (0, float.MinValue);
        for (var group = 0; group < centres.Length; group++)
            if (document.Dot(centres[group]) is var value && value > similarity) (best, similarity) = (group, value);
        return best;
    }

    /// <summary>An empty group keeps its centre.</summary>
    private static void Recentre(float[] centre, int group, int[] groups, IReadOnlyList<SparseVector> documents)
    {
        if (!groups.Contains(group)) return;
        Array.Clear(centre);
        for (var d = 0; d < groups.Length; d++)
            if (groups[d] == group) documents[d].AddTo(centre);
        var length = MathF.Sqrt(centre.Sum(value => value * value));
        if (length > 0)
            for (var i = 0; i < centre.Length; i++) centre[i] /= length;
    }
}
