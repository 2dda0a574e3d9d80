using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Digest;

/// <summary>What concerns somebody, as the digest and Home show it.</summary>
internal static class ConcernBlocks
{
    private const int LongestReason = 120;
    private const int LongestSummary = 80;

    public static IEnumerable<Block> Decisions(IReadOnlyList<UnderReview> waiting, int most)
    {
        if (waiting.Count == 0) yield break;
        yield return new Section(Mrkdwn.Of($"*Waiting for your decision*"));
        foreach (var one in waiting.Take(most))
        {
            yield return new Section(Decision(one));
            yield return new Actions(
            [
                new Button(ReviewActions.Approve, PlainText.Of($"Approve")) { Value = one.Key.Key, Style = ButtonStyle.Primary },
                new Button(ReviewActions.Edit, PlainText.Of($"Edit")) { Value = one.Key.Key },
                new Button(ReviewActions.Reject, PlainText.Of($"Reject")) { Value = one.Key.Key, Style = ButtonStyle.Danger },
                new Button(SopActions.Open, PlainText.Of($"Open")) { Value = ActionKey.Of(one.Sop.SopId.ToString()) },
            ]);
        }
        if (waiting.Count > most) yield return new Context(Mrkdwn.Of($"… and {waiting.Count - most} more wait for you; my Home shows them."));
    }

    public static IEnumerable<Block> Changes(IReadOnlyList<InForce> changes, int most) => Lines(Mrkdwn.Of($"*Changed*"), [.. changes.Select(Change)], most);

    public static IEnumerable<Block> Ageing(IReadOnlyList<Unanswered> ageing, int most) => Lines(Mrkdwn.Of($"*Nobody has answered yet*"), [.. ageing.Select(Request)], most);

    public static IEnumerable<Block> Recurring(IReadOnlyList<Recurring> recurring, int most)
    {
        if (recurring.Count == 0) yield break;
        yield return new Section(Mrkdwn.Of($"*Comes again and again, without a procedure in force*"));
        foreach (var one in recurring.Take(most))
            yield return new Section(Mrkdwn.Of($"{SopText.Name(one.Sop)} · {Plainly.Cases(one.Cases)}")) { Accessory = new Button(SopActions.Open, PlainText.Of($"Open")) { Value = ActionKey.Of(one.Sop.SopId.ToString()) } };
    }

    private static IEnumerable<Block> Lines(Mrkdwn heading, IReadOnlyList<Mrkdwn> lines, int most) =>
        lines.Count == 0 ? [] : [new Section(Mrkdwn.Of($"{heading}\n{Mrkdwn.Join(Mrkdwn.Of($"\n"), lines, most)}"))];

    private static Mrkdwn Decision(UnderReview one)
    {
        var name = Mrkdwn.Of($"{SopText.Name(one.Sop)}\n{ReviewCard.Kind(one)}, waiting since {one.Draft.CreatedAt:date}");
        return one.Draft.Reason is { } reason ? Mrkdwn.Of($"{name}\n{new UntrustedText(reason).OnOneLine().Fit(LongestReason)}") : name;
    }

    private static Mrkdwn Change(InForce one) => one.Version.Summary is { } summary
        ? Mrkdwn.Of($"• {SopText.Name(one.Sop)}: version {one.Version.Version}, {new UntrustedText(summary).Fit(LongestSummary)}; approved by {one.Version.ApprovedBy}")
        : Mrkdwn.Of($"• {SopText.Name(one.Sop)}: in force for the first time, approved by {one.Version.ApprovedBy}");

    private static Mrkdwn Request(Unanswered one) => one.Link is { } link
        ? Mrkdwn.Of($"• {one.Channel}, {one.Asker}, {one.At:ago}: {link}")
        : Mrkdwn.Of($"• {one.Channel}, {one.Asker}, {one.At:ago}: {one.Words}");
}
