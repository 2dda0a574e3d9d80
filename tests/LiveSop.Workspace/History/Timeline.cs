using System.Globalization;
using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.History;

/// <summary>The calendar of a history, and its stamps, no two alike.</summary>
/// <param name="start">Its first Monday.</param>
internal sealed class Timeline(int weeks, DateTime start)
{
    /// <summary>A Monday, so placed that summer time begins on the way, in America and in Europe.</summary>
    public static DateTime Start { get; } = new(2026, 2, 16);

    private readonly HashSet<long> _taken = [];

    public Timeline(HistorySize size) : this(size.Weeks, Start)
    {
    }

    public DateTime Workday(Dice dice) => start.AddDays(7 * dice.Below(weeks) + dice.Below(5));

    public DateTimeOffset AnyTime(Dice dice) => new DateTimeOffset(start, TimeSpan.Zero).AddSeconds(dice.Below(weeks * 7 * 86400));

    /// <summary>A moment at that second, to the microsecond as Slack numbers them.</summary>
    public DateTimeOffset Stamp(DateTimeOffset at, Dice dice)
    {
        var micros = at.ToUnixTimeSeconds() * 1_000_000 + dice.Between(1, 9999) * 100 + 9;
        while (!_taken.Add(micros)) micros += 10;
        return DateTimeOffset.UnixEpoch.AddTicks(micros * 10);
    }

    public static string Ts(DateTimeOffset at)
    {
        var micros = (at - DateTimeOffset.UnixEpoch).Ticks / 10;
        return string.Create(CultureInfo.InvariantCulture, $"{micros / 1_000_000}.{micros % 1_000_000:D6}");
    }

    /// <summary>Somebody of these who is at work then, else anybody still employed.</summary>
    public static Colleague Awake(IReadOnlyList<Colleague> people, DateTimeOffset at, Dice dice)
    {
        var employed = people.Where(p => p.Left is null || at < p.Left).ToList();
        var working = employed.Where(p => WorkingHours.Contains(p, at)).ToList();
        return dice.Pick(working.Count > 0 ? working : employed);
    }
}
