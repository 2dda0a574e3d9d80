using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Memory;

/// <summary>Incidents of the past, a line each: what was asked, how it ended and how long that took, when, and where to read it.</summary>
internal static class PastLines
{
    public const int Most = 5;

    private const int LongestRequest = 120;

    /// <param name="past">At least one.</param>
    /// <param name="links">Null where the workspace's address is not known.</param>
    public static RichText Of(IReadOnlyList<PastIncident> past, Permalinks? links) => new(Rich.Bullets(past.Take(Most).Select(one => Line(one, links))));

    private static RichLine Line(PastIncident past, Permalinks? links)
    {
        var said = RichLine.Of($"{new UntrustedText(past.Request).OnOneLine().Fit(LongestRequest)} · {Ending(past)} · {past.OpenedAt:date}");
        if (past.Sop is { } number) said = RichLine.Of($"{said} · SOP {number}");
        return links?.Of(new EvidencePlace(past.Channel.Value), past.Id.Ts.Value, "open") is { } link ? RichLine.Of($"{said} · {link}") : said;
    }

    private static RichLine Ending(PastIncident past) => (past.Outcome, past.Duration) switch
    {
        (Outcome.Solved, { } took) => RichLine.Of($"solved in {Plainly.Duration((long)took.TotalSeconds)}"),
        (Outcome.Solved, _) => RichLine.Of($"solved"),
        (Outcome.Unsolved, _) => RichLine.Of($"not solved"),
        _ => RichLine.Of($"still open"),
    };
}
