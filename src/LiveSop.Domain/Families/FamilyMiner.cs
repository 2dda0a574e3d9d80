using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Families;

/// <summary>
/// Groups incidents of one kind; nobody says how many kinds there are. The graph of shared neighbours falls into many small communities;
/// those between which the words draw no border are joined, and each incident then goes where its words are most at home.
/// </summary>
public static class FamilyMiner
{
    private const int MostNeighbours = 7;
    private const int FewestNeighbours = 3;

    /// <summary>Two groups are one kind from here: halfway between "nothing in common" and "no border".</summary>
    private const double SameKind = 0.55;

    private const int Corrections = 2;
    private const double MostCommon = 0.5;
    private const int ManyIncidents = 200;

    /// <param name="profiles">For each incident how often each term stands in it.</param>
    /// <returns>For each incident the number of its family, from 0 in the order of their first incidents; -1 where it has no term with any other in common.</returns>
    public static int[] Group(IReadOnlyList<SparseVector> profiles, int terms)
    {
        var damped = profiles.Select(profile => profile.Map((_, count) => 1 + MathF.Log(count))).ToList();
        var weights = Weights(damped, terms);
        var documents = damped.Select(weights.Apply).ToList();
        var neighbours = Math.Clamp(profiles.Count / 8, FewestNeighbours, MostNeighbours);
        var communities = Communities.Of(NeighbourGraph.SharedNeighbours(documents, terms, neighbours));
        var families = Join(documents, communities, terms);
        for (var i = 0; i < Corrections; i++) families = Reassign(documents, families, terms);
        return Communities.Numbered(families);
    }

    /// <summary>A term that most incidents have tells no kinds apart, unless there is but one kind and they share most of what they say.</summary>
    private static TermWeights Weights(List<SparseVector> documents, int terms)
    {
        var fewest = documents.Count < ManyIncidents ? 2 : 5;
        var weights = TermWeights.Of(documents, terms, fewest, MostCommon);
        var all = documents.Sum(document => document.Indices.Length);
        var left = documents.Sum(document => document.Map((index, value) => weights.Keeps(index) ? value : 0).Indices.Length);
        return left * 2 < all ? TermWeights.Of(documents, terms, fewest) : weights;
    }

    private static int[] Join(List<SparseVector> documents, int[] communities, int terms)
    {
        var count = communities.Length == 0 ? 0 : communities.Max() + 1;
        var sizes = communities.CountBy(c => c).ToDictionary();
        var label = Enumerable.Range(0, count).Select(c => sizes[c] > 1 ? c : -1).ToArray();
        var likeness = new Likeness(documents, Array.ConvertAll(communities, c => label[c]), terms, count);
        while (Closest(likeness, label) is { Likeness: >= SameKind } pair)
        {
            likeness.Join(pair.A, pair.B);
            for (var c = 0; c < count; c++)
                if (label[c] == pair.B) label[c] = pair.A;
        }
        return Array.ConvertAll(communities, c => label[c]);
    }

    private static (int A, int B, double Likeness)? Closest(Likeness likeness, int[] label)
    {
        var groups = label.Where(l => l >= 0).Distinct().Order().ToArray();
        (int A, int B, double Likeness)? best = null;
        for (var i = 0; i < groups.Length; i++)
            for (var j = i + 1; j < groups.Length; j++)
                if (likeness.Between(groups[i], groups[j]) is var value && (best is null || value > best.Value.Likeness)) best = (groups[i], groups[j], value);
        return best;
    }

    private static int[] Reassign(List<SparseVector> documents, int[] families, int terms)
    {
        var groups = families.Where(f => f >= 0).Distinct().Order().ToArray();
        var centres = groups.Select(group => Centre(documents, families, group, terms)).ToArray();
        return [.. documents.Select(document => Best(document, centres, groups))];
    }

    private static int Best(SparseVector document, float[][] centres, int[] groups)
    {
        var (best, similarity) = (-1, 0f);
        for (var i = 0; i < groups.Length; i++)
            if (document.Dot(centres[i]) is var value && value > similarity) (best, similarity) = (groups[i], value);
        return best;
    }

    private static float[] Centre(List<SparseVector> documents, int[] families, int group, int terms)
    {
        var centre = new float[terms];
        for (var d = 0; d < documents.Count; d++)
            if (families[d] == group) documents[d].AddTo(centre);
        var length = MathF.Sqrt(centre.Sum(value => value * value));
        return length == 0 ? centre : Array.ConvertAll(centre, value => value / length);
    }
}
