using System.Security.Cryptography;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>Not at all the first time; then longer each time, and never the same as others do: between nothing and 1, 2, 4 … 60 seconds.</summary>
internal sealed class BackOff
{
    private const int Longest = 60;

    private int failures;

    public void Reset() => failures = 0;

    public TimeSpan Next()
    {
        var most = failures == 0 ? 0 : Math.Min(Longest, 1 << Math.Min(failures - 1, 6));
        failures++;
        return UpTo(TimeSpan.FromSeconds(most));
    }

    public static TimeSpan UpTo(TimeSpan most) => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)most.TotalMilliseconds + 1));
}
