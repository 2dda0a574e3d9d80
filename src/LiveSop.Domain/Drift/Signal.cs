namespace LiveSop.Domain.Drift;

/// <summary>A change found at a place, and the live cases that came to the place since.</summary>
/// <param name="Signs">Of every live case.</param>
internal sealed record Signal(Place Place, Found Found, IReadOnlyList<Sign> Signs)
{
    public int Of => Enumerable.Range(Found.Since, Signs.Count - Found.Since).Count(i => Signs[i] != Sign.Absent);

    /// <summary>Live cases, from 0, that show the change.</summary>
    public IEnumerable<int> Showing => Enumerable.Range(Found.Since, Signs.Count - Found.Since).Where(i => Signs[i] == (Found.More ? Sign.Yes : Sign.No));

    /// <summary>Of the cases since that came to the place.</summary>
    public double Share => (Showing.Count() + 0.5) / (Of + 1);
}
