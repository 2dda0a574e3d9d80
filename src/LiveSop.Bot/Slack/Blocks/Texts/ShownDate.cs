using System.Globalization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>A moment that every reader sees in their own time zone.</summary>
/// <param name="At">To the second.</param>
/// <param name="Format"><c>date</c>, <c>time</c>, <c>ago</c>, <c>long</c>, or nothing for date and time.</param>
internal readonly record struct ShownDate(DateTimeOffset At, string? Format)
{
    /// <summary>Slack's tokens.</summary>
    public string Tokens => Format switch
    {
        null => "{date_short_pretty} at {time}",
        "date" => "{date_short_pretty}",
        "time" => "{time}",
        "ago" => "{ago}",
        "long" => "{date_long} at {time}",
        _ => throw new BlockKitException("date.format", $"'{Format}' is none of date, time, ago, long"),
    };

    /// <summary>For clients that cannot show it: UTC, and saying so.</summary>
    public string Fallback => At.UtcDateTime.ToString(Format switch { "date" => "yyyy-MM-dd", "time" => "HH:mm 'UTC'", _ => "yyyy-MM-dd HH:mm 'UTC'" }, CultureInfo.InvariantCulture);
}
