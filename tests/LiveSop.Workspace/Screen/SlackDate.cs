using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveSop.Workspace.Screen;

/// <summary>Slack's date formats, in the reader's own zone.</summary>
internal static partial class SlackDate
{
    /// <param name="format">Text with tokens such as <c>{date_short_pretty} at {time}</c>; a token that is unknown stays.</param>
    public static string Show(DateTimeOffset at, string format, Reader reader)
    {
        var here = reader.Here(at);
        return Token().Replace(format, token => Part(token.Groups[1].Value, here, reader) ?? token.Value);
    }

    private static string? Part(string token, DateTimeOffset here, Reader reader) => token switch
    {
        "date_num" => Written(here, "yyyy-MM-dd"),
        "date_slash" => Written(here, "dd/MM/yyyy"),
        "date" or "date_long_full" => Written(here, "MMMM d, yyyy"),
        "date_long" => Written(here, "dddd, MMMM d, yyyy"),
        "date_short" => Written(here, "MMM d, yyyy"),
        "date_pretty" => Near(here, reader) ?? Written(here, "MMMM d, yyyy"),
        "date_short_pretty" => Near(here, reader) ?? Written(here, "MMM d, yyyy"),
        "date_long_pretty" => Near(here, reader) ?? Written(here, "dddd, MMMM d, yyyy"),
        "time" => Written(here, "HH:mm"),
        "time_secs" => Written(here, "HH:mm:ss"),
        "ago" => Ago(reader.Now - here),
        _ => null,
    };

    private static string? Near(DateTimeOffset here, Reader reader) => (reader.Here(reader.Now).Date - here.Date).Days switch
    {
        0 => "today",
        1 => "yesterday",
        -1 => "tomorrow",
        _ => null,
    };

    private static string Ago(TimeSpan passed) => passed.Duration() switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } near => Told((int)near.TotalMinutes, "minute", passed),
        { TotalDays: < 1 } near => Told((int)near.TotalHours, "hour", passed),
        var far => Told((int)far.TotalDays, "day", passed),
    };

    private static string Told(int count, string unit, TimeSpan passed)
    {
        var amount = string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
        return passed < TimeSpan.Zero ? $"in {amount}" : $"{amount} ago";
    }

    private static string Written(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Token();
}
