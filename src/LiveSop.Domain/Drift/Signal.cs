namespace LiveSop.Domain.Drift;

/// <summary>A change found at a place, and the live cases that came to the place since.</summary>
/// <param name="Signs">Of every live case.</param>
internal sealed record Signal(Place Place, Found Found, IReadOnlyList<Sign> Signs)
{
    public int Of => Enumerable.Range(Found.Since, Signs.Count - Found.Since).Count(i => Signs[i] != Sign.Absent);

    /// <summary>Live cases, from 0, that show the change.</summary>
    public IEnumerable<int> Showing => Enumerable.Range(Found.Since, Signs.Count - Found.Since).Where(i => Signs[i] == (Found.More ? Sign.Yes : Sign.No));

    /// <summary>
    /// Nearly all cases do so, and no longer one of two ways. Once said, it takes a clearly smaller share to say the other, and the other way round:
    /// a share near the limit does not turn the proposal with every case.
    /// </summary>
    public bool IsRule
    {
        get
        {
            var (rule, yes, all) = (default(bool?), 0, 0);
            for (var i = Found.Since; i < Signs.Count; i++)
            {
                if (Signs[i] != Sign.Absent) all++;
                if (Signs[i] == (Found.More ? Sign.Yes : Sign.No)) yes++;
                if (i >= Found.At) rule = (yes + 0.5) / (all + 1) >= (rule switch { true => 0.5, false => 0.75, _ => 0.65 });
            }
            return rule == true;
        }
    }

    /// <summary>Of the cases since that came to the place.</summary>
    public double Share => (Showing.Count() + 0.5) / (Of + 1);
}
