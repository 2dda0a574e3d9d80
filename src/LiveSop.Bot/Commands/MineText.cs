using System.Globalization;
using System.Text.RegularExpressions;
using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Commands;

/// <summary>Reads <c>mine</c>, <c>mine #channel</c>, <c>mine 90 days</c>, <c>mine #channel since 2026-08-01</c>.</summary>
internal static partial class MineText
{
    private const string Usage = "/sop mine, /sop mine #channel, /sop mine 90 days, /sop mine #channel since 2026-08-01";

    public static SopCommand Parse(string rest, DateOnly today)
    {
        var channel = Channel().Match(rest);
        var time = (channel.Success ? rest.Remove(channel.Index, channel.Length) : rest).Trim();
        if (time.StartsWith("since ", StringComparison.OrdinalIgnoreCase)) time = time[6..].Trim();
        var since = Since(time, today);
        return time.Length > 0 && since is null
            ? new SopCommand.Incomplete("mine", Usage)
            : new SopCommand.Mine(channel.Success ? new ChannelId(channel.Groups[1].Value) : null, since);
    }

    private static DateOnly? Since(string time, DateOnly today)
    {
        if (DateOnly.TryParseExact(time, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day <= today ? day : null;
        if (Stretch().Match(time) is not { Success: true } stretch) return null;
        var number = stretch.Groups[1].Length == 0 ? 1 : int.Parse(stretch.Groups[1].Value, CultureInfo.InvariantCulture);
        return stretch.Groups[2].Value.ToLowerInvariant()[0] switch
        {
            'd' => today.AddDays(-number),
            'w' => today.AddDays(-7 * number),
            'm' => today.AddMonths(-number),
            _ => today.AddYears(-number),
        };
    }

    [GeneratedRegex(@"<#([A-Z0-9]+)(?:\|[^>]*)?>", RegexOptions.NonBacktracking)]
    private static partial Regex Channel();

    [GeneratedRegex(@"^(?:the )?(?:last )?(\d{0,3}) ?(days?|weeks?|months?|years?|d|w|m|y)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Stretch();
}
