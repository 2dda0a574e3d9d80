namespace LiveSop.Domain.Drift;

/// <summary>
/// Watches one place case by case. What was found stays found until the share of the last cases is nearer to what it was than to what it had become;
/// then the watch begins anew. So a share that swings around a limit neither raises nor withdraws anything again and again.
/// </summary>
/// <param name="usual">What the place showed before the first case.</param>
internal sealed class PlaceWatch(Demands demands, Settled settled, Tally usual)
{
    /// <summary>Cases by which a found change is judged to have gone again; at least half of them must have come since it was found.</summary>
    private const int Memory = 20;

    private readonly List<(int At, bool Shown)> seen = [];
    private ShiftTest test = new(demands.Bets, usual.Yes, usual.Cases);
    private int foundAfter;

    public Found? Found { get; private set; }

    /// <summary>How many live cases there were when something was first found.</summary>
    public int? FirstFound { get; private set; }

    public void Add(int at, bool shown)
    {
        seen.Add((at, shown));
        test.Add(at, shown);
        if (Found is null) Find(at);
        else if (IsGone(Found)) Forget();
    }

    private void Find(int at)
    {
        if (test.Evidence < demands.Price * settled.Surcharge) return;
        var since = Count(seen.SkipWhile(one => one.At < test.Since));
        var found = new Found(test.Since, at, since.Share >= Before(test.Since).Share);
        if (!IsWorthIt(found, since)) return;
        (Found, foundAfter) = (found, seen.Count);
        FirstFound ??= at + 1;
    }

    private bool IsWorthIt(Found found, Tally since)
    {
        var (share, support) = found.More ? (since.Share, since.Yes) : (1 - since.Share, since.Cases - since.Yes);
        return support >= Math.Max(Demands.Support, settled.Support) && share >= demands.Least
            && (found.More || demands.IsEitherWay) && Math.Abs(since.Share - Before(found.Since).Share) >= Demands.Change;
    }

    private bool IsGone(Found found)
    {
        if (seen.Count - foundAfter < Memory / 2) return false;
        var recent = Count(seen.TakeLast(Memory)).Share;
        var since = Count(seen.SkipWhile(one => one.At < found.Since).Take(foundAfter)).Share;
        return Math.Abs(recent - Before(found.Since).Share) < Math.Abs(recent - since);
    }

    private void Forget()
    {
        Found = null;
        var all = Count(seen);
        test = new ShiftTest(demands.Bets, usual.Yes + all.Yes, usual.Cases + all.Cases);
    }

    private Tally Before(int since)
    {
        var live = Count(seen.TakeWhile(one => one.At < since));
        return new Tally(usual.Yes + live.Yes, usual.Cases + live.Cases);
    }

    private static Tally Count(IEnumerable<(int At, bool Shown)> some)
    {
        var (yes, cases) = (0, 0);
        foreach (var (_, shown) in some)
        {
            cases++;
            if (shown) yes++;
        }
        return new Tally(yes, cases);
    }
}

/// <param name="Since">The live case, from 0, that is thought to be the first after the change.</param>
/// <param name="At">The live case at which it was found.</param>
/// <param name="More">The share has risen.</param>
internal sealed record Found(int Since, int At, bool More);

/// <summary>In so many cases of so many.</summary>
internal readonly record struct Tally(int Yes, int Cases)
{
    /// <summary>Half, where nothing is known.</summary>
    public double Share => (Yes + 0.5) / (Cases + 1);
}
