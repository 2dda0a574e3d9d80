namespace LiveSop.Benchmarks.Load;

/// <summary>How long something took, in milliseconds.</summary>
internal sealed record Times(int Count, double P50, double P99, double Max)
{
    public static Times Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        double At(double share) => sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))], 1);
        return new Times(sorted.Count, At(0.5), At(0.99), At(1));
    }

    public override string ToString() => Count == 0 ? "none" : $"p50 {P50} ms, p99 {P99} ms, max {Max} ms";
}
