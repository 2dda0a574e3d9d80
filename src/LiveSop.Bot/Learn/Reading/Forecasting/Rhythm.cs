namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>
/// How a channel's traffic is spread over the week: a clock that runs fast while people talk and hardly at all at night, so that by it messages come evenly.
/// It makes an hour on a Tuesday morning and a night comparable. One week is as long by it as by any other clock.
/// </summary>
internal sealed class Rhythm
{
    /// <summary>So many messages at the usual rate are imagined in each hour of the day and each day of the week: what was seen once is no rule.</summary>
    private const double Doubt = 1;

    /// <summary>So many stretches on either side tell what is usual at the time.</summary>
    private const int Neighbours = 5;

    private const int Rounds = 3;

    private readonly double[] sums = new double[Chart.HoursOfWeek + 1];

    private Rhythm(double[] weights)
    {
        var mean = weights.Average();
        for (var i = 0; i < weights.Length; i++) sums[i + 1] = sums[i] + weights[i] / mean;
    }

    public static Rhythm Even { get; } = new([.. Enumerable.Repeat(1.0, Chart.HoursOfWeek)]);

    public static Rhythm Of(Chart chart)
    {
        var rhythm = Even;
        for (var round = 0; round < Rounds; round++) rhythm = Better(rhythm, chart);
        return rhythm;
    }

    /// <summary>Hours by this clock.</summary>
    public double Hours(DateTimeOffset from, DateTimeOffset to) => to <= from ? 0 : Reading(to) - Reading(from);

    /// <summary>The moment so many hours by this clock after another.</summary>
    public DateTimeOffset After(DateTimeOffset from, double hours)
    {
        var reading = Reading(from) + hours;
        var week = Math.Floor(reading / Chart.HoursOfWeek);
        var rest = reading - week * Chart.HoursOfWeek;
        var found = Array.BinarySearch(sums, rest);
        var hour = Math.Clamp(found >= 0 ? found : ~found - 1, 0, Chart.HoursOfWeek - 1);
        var share = (rest - sums[hour]) / (sums[hour + 1] - sums[hour]);
        return DateTimeOffset.UnixEpoch.AddHours(week * Chart.HoursOfWeek + hour + share);
    }

    private double Reading(DateTimeOffset at)
    {
        var hours = (at - DateTimeOffset.UnixEpoch).TotalHours;
        var week = Math.Floor(hours / Chart.HoursOfWeek);
        var rest = hours - week * Chart.HoursOfWeek;
        var hour = Math.Min((int)rest, Chart.HoursOfWeek - 1);
        return week * Chart.HoursOfWeek + sums[hour] + (rest - hour) * (sums[hour + 1] - sums[hour]);
    }

    // Messages that were seen against messages that were to be expected at an even rate, by hour of the day and by day of the week.
    private static Rhythm Better(Rhythm rhythm, Chart chart)
    {
        var expected = new double[Chart.HoursOfWeek];
        var known = chart.Read.Concat(chart.Soundings).Where(stretch => stretch.Messages > 0).OrderBy(stretch => stretch.To).ToList();
        for (var i = 0; i < known.Count; i++) Expect(expected, known[i], Rate(known, i, rhythm));
        var days = Ratios(chart.Hours, expected, 7, hour => hour / 24);
        var hours = Ratios(chart.Hours, [.. expected.Select((value, hour) => value * days[hour / 24])], 24, hour => hour % 24);
        return new Rhythm([.. Enumerable.Range(0, Chart.HoursOfWeek).Select(hour => days[hour / 24] * hours[hour % 24])]);
    }

    // A stretch alone would explain itself: a quiet Sunday would be a quiet time, and not a Sunday.
    private static double Rate(List<Stretch> known, int at, Rhythm rhythm)
    {
        var (messages, hours) = (0, 0.0);
        for (var i = Math.Max(0, at - Neighbours); i <= Math.Min(known.Count - 1, at + Neighbours); i++)
        {
            if (IsOtherTimes(known[i], known[at])) continue;
            (messages, hours) = (messages + known[i].Messages, hours + rhythm.Hours(known[i].From, known[i].To));
        }
        return hours < 1e-9 ? 0 : messages / hours;
    }

    // Longer than a night and a weekend make it: hardly anything was said for weeks.
    private static bool IsOtherTimes(Stretch neighbour, Stretch own) => neighbour.Length > 8 * own.Length && neighbour.Length > own.Length + TimeSpan.FromDays(5);

    private static void Expect(double[] expected, Stretch stretch, double rate)
    {
        for (var at = stretch.From; at < stretch.To;)
        {
            var next = DateTimeOffset.FromUnixTimeSeconds((at.ToUnixTimeSeconds() / 3600 + 1) * 3600);
            var end = next < stretch.To ? next : stretch.To;
            expected[Chart.HourOfWeek(at)] += rate * (end - at).TotalHours;
            at = next;
        }
    }

    private static double[] Ratios(IReadOnlyList<int> seen, double[] expected, int parts, Func<int, int> part)
    {
        var (have, want) = (new double[parts], new double[parts]);
        for (var hour = 0; hour < seen.Count; hour++) (have[part(hour)], want[part(hour)]) = (have[part(hour)] + seen[hour], want[part(hour)] + expected[hour]);
        return [.. have.Zip(want, static (seen, expected) => (seen + Doubt) / (expected + Doubt))];
    }
}
