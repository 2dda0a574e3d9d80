namespace LiveSop.Bot.Work;

/// <summary>How long to wait before the next attempt: 1, 2, 4 … 60 s.</summary>
internal static class Backoff
{
    private const double Longest = 60;

    /// <param name="attempts">How many there were before this one.</param>
    public static TimeSpan After(int attempts) => TimeSpan.FromSeconds(Math.Min(Longest, Math.Pow(2, Math.Clamp(attempts, 0, 10))));
}
