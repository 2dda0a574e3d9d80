using System.Globalization;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Digest;

/// <summary>One message, which a person reads in a minute: about 25 lines. What is to be decided comes first.</summary>
internal static class DigestMessage
{
    private const int MostDecisions = 3;
    private const int MostLines = 4;
    private const int MostRecurring = 3;

    public static SlackMessage Render(Concerns concerns, DueDigest due) => SlackMessage.Fit(Mrkdwn.Of($"Your digest: {Short(concerns)}"),
    [
        new Header(PlainText.Of($"Your digest of {due.Day.ToString("dddd, d MMMM", CultureInfo.InvariantCulture)}")),
        .. ConcernBlocks.Decisions(concerns.Decisions, MostDecisions),
        .. ConcernBlocks.Changes(concerns.Changes, MostLines),
        .. ConcernBlocks.Ageing(concerns.Ageing, MostLines),
        .. ConcernBlocks.Recurring(concerns.Recurring, MostRecurring),
        new Context(Mrkdwn.Of($"On weekdays at {due.Setting.Hour} by your clock; on days without news I keep quiet.")),
        new Actions([new Button(DigestActions.Change, PlainText.Of($"Change the hour")), new Button(DigestActions.Stop, PlainText.Of($"Stop these"))]),
    ]);

    /// <summary>For the notification.</summary>
    private static Mrkdwn Short(Concerns concerns) => Mrkdwn.Join(Mrkdwn.Of($", "),
    [
        .. Part(concerns.Decisions.Count, "decision waits for you", "decisions wait for you"), .. Part(concerns.Changes.Count, "change", "changes"),
        .. Part(concerns.Ageing.Count, "request without an answer", "requests without an answer"), .. Part(concerns.Recurring.Count, "problem without a procedure", "problems without a procedure"),
    ]);

    private static IEnumerable<Mrkdwn> Part(int count, string one, string many) => count == 0 ? [] : [Mrkdwn.Of($"{count} {(count == 1 ? one : many)}")];
}
