namespace LiveSop.Domain.Drift;

/// <summary>
/// Tells whether the share of cases that show something has changed at an unknown time: a Shiryaev-Roberts e-detector
/// (Shin, Ramdas, Rinaldo: E-detectors, 2023, def. 2.1 and sec. 3). For each case a bet is opened that from it on the share is another one, drawn from a mixture
/// of Beta laws; it pays the ratio of Beta-Binomial predictive probabilities against the usual share, whose uncertainty is Jeffreys' posterior of what was seen
/// before. Without a change every bet is a martingale that begins at 1, so their sum after t cases has expectation t, and by Doob's inequality it ever reaches c
/// within the first t cases with probability at most t / c.
/// </summary>
/// <param name="bets">What the share may have become.</param>
/// <param name="seen">How many cases showed it before.</param>
/// <param name="cases">Of how many.</param>
internal sealed class ShiftTest(IReadOnlyList<Beta> bets, int seen, int cases)
{
    /// <summary>A bet that is worth less is dropped, which only lowers the sum: one opened now does better.</summary>
    private const double Lost = 1e-3;

    /// <summary>Beyond all doubt; kept from growing, so that numbers stay finite.</summary>
    private const double Most = 1e100;

    /// <summary>Bets open at most; the oldest is dropped.</summary>
    private const int Longest = 200;

    private readonly List<Bet> open = [];
    private double yes = seen + 0.5;
    private double all = cases + 1;

    /// <summary>The sum of the bets' worths.</summary>
    public double Evidence { get; private set; }

    /// <summary>The case (as given to <see cref="Add"/>) that began the bet which pays best.</summary>
    public int Since { get; private set; }

    public void Add(int at, bool shown)
    {
        if (open.Count == Longest) open.RemoveAt(0);
        open.Add(new Bet(at, bets));
        var usual = shown ? yes / all : 1 - yes / all;
        var (sum, best) = (0.0, 0.0);
        foreach (var bet in open)
        {
            bet.Add(shown, usual);
            sum += bet.Worth;
            if (bet.Worth > best) (best, Since) = (bet.Worth, bet.Since);
        }
        Evidence = sum;
        open.RemoveAll(bet => bet.Worth < Lost);
        yes += shown ? 1 : 0;
        all++;
    }

    /// <summary>On a mixture of equal parts.</summary>
    private sealed class Bet(int since, IReadOnlyList<Beta> parts)
    {
        private readonly double[] worths = [.. parts.Select(_ => 1.0 / parts.Count)];
        private int yes;
        private int no;

        public int Since { get; } = since;

        public double Worth { get; private set; }

        public void Add(bool shown, double usual)
        {
            Worth = 0;
            for (var i = 0; i < worths.Length; i++)
            {
                var share = (parts[i].Yes + yes) / (parts[i].Yes + parts[i].No + yes + no);
                worths[i] = Math.Min(Most, worths[i] * (shown ? share : 1 - share) / usual);
                Worth += worths[i];
            }
            if (shown) yes++;
            else no++;
        }
    }
}

/// <summary>A Beta law of a share, as if so many cases had shown it and so many not.</summary>
internal readonly record struct Beta(double Yes, double No);
