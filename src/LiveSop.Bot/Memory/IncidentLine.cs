using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Memory;

/// <summary>An incident in a line: what was asked, with a link to its thread, how it ended, and when.</summary>
internal static class IncidentLine
{
    private const int LongestRequest = 70;

    /// <summary>"“the export hangs”" as a link; values are placeholders, since whose order it was does not matter here.</summary>
    public static WebLink? Link(PastIncident one, Permalinks? links) =>
        one.Thread is { } ts ? links?.Of(EvidencePlace.Of(one.Channel), ts.Value, new UntrustedText($"“{new UntrustedText(RequestText.Of(one.Request)).OnOneLine().Fit(LongestRequest)}”")) : null;

    /// <summary>"solved in 22 min".</summary>
    public static Mrkdwn Ending(PastIncident one) => (one.Ended, one.Took) switch
    {
        (IncidentEnd.Solved, { } took) => Mrkdwn.Of($"solved in {Plainly.Duration((long)took.TotalSeconds)}"),
        (IncidentEnd.Open, _) => Mrkdwn.Of($"never said to be solved"),
        (_, { } took) => Mrkdwn.Of($"over after {Plainly.Duration((long)took.TotalSeconds)}"),
        _ => Mrkdwn.Of($"how it ended is not known"),
    };

    public static Mrkdwn Of(PastIncident one, Permalinks? links)
    {
        var words = Link(one, links) is { } link ? Mrkdwn.Of($"{link}") : Mrkdwn.Of($"“{new UntrustedText(RequestText.Of(one.Request)).OnOneLine().Fit(LongestRequest)}”");
        return Mrkdwn.Of($"{words} · {Ending(one)} · {one.OpenedAt:date} in {one.Channel}");
    }
}
