namespace LiveSop.Domain.Matching;

/// <summary>A chance told by a few figures. Fitted by Newton's method with a small ridge, so that figures which tell everything do not grow without bound.</summary>
internal sealed class LogisticRegression
{
    private const int MostSteps = 50;
    private const double Ridge = 1;
    private const double Settled = 1e-8;

    private readonly double[] means;
    private readonly double[] spreads;
    private readonly double[] weights;

    private LogisticRegression(double[] means, double[] spreads, double[] weights) => (this.means, this.spreads, this.weights) = (means, spreads, weights);

    /// <param name="figures">Of each case, as many as of any other.</param>
    /// <param name="counts">How much each case weighs; not negative, and not all zero.</param>
    public static LogisticRegression Fit(IReadOnlyList<double[]> figures, IReadOnlyList<bool> outcomes, IReadOnlyList<double> counts)
    {
        var width = figures[0].Length;
        var (means, spreads) = (new double[width], new double[width]);
        var total = counts.Sum();
        for (var i = 0; i < width; i++)
        {
            means[i] = Enumerable.Range(0, figures.Count).Sum(one => counts[one] * figures[one][i]) / total;
            var variance = Enumerable.Range(0, figures.Count).Sum(one => counts[one] * Math.Pow(figures[one][i] - means[i], 2)) / total;
            spreads[i] = variance > 0 ? Math.Sqrt(variance) : 1;
        }
        var model = new LogisticRegression(means, spreads, new double[width + 1]);
        var rows = figures.Select(model.Standard).ToList();
        for (var step = 0; step < MostSteps && model.Step(rows, outcomes, counts) > Settled;) step++;
        return model;
    }

    public double Chance(double[] figures) => Chance(Standard(figures), weights);

    private static double Chance(double[] row, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < row.Length; i++) sum += row[i] * weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Centred, of spread 1, and a one for the intercept.</summary>
    private double[] Standard(double[] figures) => [.. figures.Select((figure, i) => (figure - means[i]) / spreads[i]), 1];

    /// <returns>How far the weights went.</returns>
    private double Step(List<double[]> rows, IReadOnlyList<bool> outcomes, IReadOnlyList<double> counts)
    {
        var width = weights.Length;
        var (slope, curve) = (new double[width], new double[width, width]);
        for (var i = 0; i < width - 1; i++) (slope[i], curve[i, i]) = (-Ridge * weights[i], Ridge);
        for (var one = 0; one < rows.Count; one++)
        {
            var (row, chance) = (rows[one], Chance(rows[one], weights));
            var (error, slack) = (counts[one] * ((outcomes[one] ? 1 : 0) - chance), counts[one] * chance * (1 - chance));
            for (var i = 0; i < width; i++)
            {
                slope[i] += error * row[i];
                for (var j = 0; j <= i; j++) curve[i, j] += slack * row[i] * row[j];
            }
        }
        var change = Solved(curve, slope);
        for (var i = 0; i < width; i++) weights[i] += change[i];
        return change.Max(Math.Abs);
    }

    /// <summary>By Cholesky's decomposition; only the lower half of the matrix is read, and it is overwritten.</summary>
    private static double[] Solved(double[,] matrix, double[] right)
    {
        var width = right.Length;
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                for (var k = 0; k < j; k++) matrix[i, j] -= matrix[i, k] * matrix[j, k];
                matrix[i, j] = i == j ? Math.Sqrt(Math.Max(matrix[i, i], 1e-12)) : matrix[i, j] / matrix[j, j];
            }
            for (var k = 0; k < i; k++) right[i] -= matrix[i, k] * right[k];
            right[i] /= matrix[i, i];
        }
        for (var i = width - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < width; k++) right[i] -= matrix[k, i] * right[k];
            right[i] /= matrix[i, i];
        }
        return right;
    }
}
