namespace LiveSop.Domain.Matching;

/// <summary>What is known of a share after so many trials.</summary>
public static class Proportion
{
    private const int Steps = 60;
    private const int MostTerms = 500;
    private const double Tiny = 1e-300;

    /// <summary>
    /// The one-sided lower bound of Clopper and Pearson (Biometrika 26, 1934): were the true share lower, so many successes would be seen with a chance of at most <paramref name="risk"/>.
    /// 59 of 59 is bounded by 0.95 at 0.05.
    /// </summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>; need not be whole, so that weighted trials can be told by their effective number.</param>
    /// <param name="trials">0 gives 0.</param>
    /// <param name="risk">Between 0 and 1.</param>
    public static double LowerBound(double successes, double trials, double risk)
    {
        if (successes <= 0 || trials <= 0) return 0;
        var (a, b) = (successes, Math.Max(0, trials - successes) + 1);
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Beta(middle, a, b) > risk ? (low, middle) : (middle, high);
        }
        return low;
    }

    /// <summary>The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22).</summary>
    private static double Beta(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - Beta(1 - x, b, a);
        return Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) + LogGamma(a + b) - LogGamma(a) - LogGamma(b)) / a * Fraction(x, a, b);
    }

    /// <summary>Evaluated by the method of Lentz as Thompson and Barnett have it.</summary>
    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / Away(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var before = value;
            Next(m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))));
            Next(-(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1)));
            if (Math.Abs(value - before) < 1e-15 * Math.Abs(value)) break;
        }
        return value;

        void Next(double coefficient)
        {
            d = 1 / Away(1 + (coefficient * d));
            c = Away(1 + (coefficient / c));
            value *= c * d;
        }
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    /// <summary>Stirling's series (DLMF 5.11.1) from 10 on, below it by the recurrence.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++) shift += Math.Log(x);
        var square = 1 / (x * x);
        var series = ((((-square / 1680) + (1.0 / 1260)) * square - (1.0 / 360)) * square + (1.0 / 12)) / x;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - shift;
    }
}
