using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>The part of a list of timestamps that <c>oldest</c>, <c>latest</c> and <c>inclusive</c> leave.</summary>
/// <param name="Start">Index of the first.</param>
/// <param name="End">Index after the last.</param>
internal readonly record struct Window(int Start, int End)
{
    /// <summary>Null where a bound is no timestamp.</summary>
    public static Window? Of(Call call, IReadOnlyList<long> keys)
    {
        var (oldest, latest) = (call.Args.Text("oldest"), call.Args.Text("latest"));
        var (low, high) = (Ts.Parse(oldest), Ts.Parse(latest));
        if ((oldest is not null && low is null) || (latest is not null && high is null)) return null;
        var inclusive = call.Args.Flag("inclusive");
        var start = low is { } first ? FirstAtOrAfter(keys, inclusive ? first : first + 1) : 0;
        var end = high is { } last ? FirstAtOrAfter(keys, inclusive ? last + 1 : last) : keys.Count;
        return new Window(start, Math.Max(start, end));
    }

    public static int FirstAtOrAfter(IReadOnlyList<long> keys, long bound)
    {
        var (low, high) = (0, keys.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keys[middle] < bound) low = middle + 1; else high = middle;
        }
        return low;
    }
}
