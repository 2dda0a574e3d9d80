namespace LiveSop.Bot.Learn.Reading.Forecasting;

/// <summary>
/// What is known of when a channel's messages were posted: the part that has been read, and the soundings into the part that has not.
/// It is kept with the reading, so that a reading that was broken off goes on with the same estimate.
/// </summary>
/// <param name="Read">Newest first, each beginning where the next ends.</param>
/// <param name="Soundings">In the order in which they were made.</param>
/// <param name="Hours">Messages by hour of the week, which begins as the Unix epoch did; of both together.</param>
internal sealed record Chart(IReadOnlyList<Stretch> Read, IReadOnlyList<Stretch> Soundings, IReadOnlyList<int> Hours)
{
    public const int HoursOfWeek = 7 * 24;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static Chart Empty { get; } = new([], [], new int[HoursOfWeek]);

    /// <summary>The next page was read.</summary>
    /// <param name="from">How far back it has been read with this page.</param>
    /// <param name="to">How far before it: where the reading began, for the first.</param>
    /// <param name="size">Messages that a call gives at most.</param>
    public Chart WithPage(DateTimeOffset from, DateTimeOffset to, IReadOnlyCollection<Heard> messages, int size)
    {
        var page = Of(from, to, messages, size);
        // A stretch for each day tells enough, and is little to keep.
        IReadOnlyList<Stretch> read = Read is [.., var last] && last.Length < Day ? [.. Read.SkipLast(1), last.Joined(page)] : [.. Read, page];
        return this with { Read = read, Hours = Counted(messages) };
    }

    /// <summary>A sounding was made.</summary>
    /// <param name="whole">Slack said that there is no more: all that was asked for is known.</param>
    public Chart WithSounding(Sounding asked, IReadOnlyCollection<Heard> messages, bool whole, int size)
    {
        var from = whole || messages.Count == 0 ? asked.After : messages.Min(message => message.At);
        return this with { Soundings = [.. Soundings, Of(from, asked.Before, messages, size)], Hours = Counted(messages) };
    }

    public static int HourOfWeek(DateTimeOffset at) => (int)(at.ToUnixTimeSeconds() / 3600 % HoursOfWeek);

    private static Stretch Of(DateTimeOffset from, DateTimeOffset to, IReadOnlyCollection<Heard> messages, int size) =>
        new(from, to, messages.Count, messages.Sum(message => message.ReplyCalls(size)));

    private int[] Counted(IEnumerable<Heard> messages)
    {
        int[] hours = [.. Hours];
        foreach (var message in messages) hours[HourOfWeek(message.At)]++;
        return hours;
    }
}
