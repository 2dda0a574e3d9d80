using System.Globalization;
using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Learn.Library;

/// <summary><c>/sop list</c>: the procedures that somebody may read.</summary>
internal static class ListSops
{
    public static async Task AnswerAsync(Asker asker, CancellationToken stop)
    {
        var sops = await asker.ReadAsync(unit => Shelf.ListAsync(unit, stop), stop);
        await asker.TellAsync(Render(sops, await asker.ReadAsync(unit => Shelf.UnderReviewAsync(unit, stop), stop)));
    }

    /// <param name="underReview">Those for which approvers have a draft before them.</param>
    public static SlackMessage Render(IReadOnlyList<SopRow> sops, IReadOnlySet<SopId> underReview)
    {
        if (sops.Count == 0)
            return SlackMessage.Of(Mrkdwn.Of($"There is no procedure yet that you may read. Type `/sop mine` in a channel where your team solves its cases: I look for what recurs there."));
        var (inForce, drafts) = (sops.Where(one => one.State == SopState.Published).ToList(), sops.Where(one => one.State != SopState.Published).ToList());
        return SlackMessage.Fit(Mrkdwn.Of($"{Count(inForce.Count, drafts.Count)}"),
        [
            new Context(Mrkdwn.Of($"{Count(inForce.Count, drafts.Count)}. Only what you may read is counted.")),
            .. Part(Mrkdwn.Of($"*In force*"), inForce, sop => InForce(sop, underReview)),
            .. Part(Mrkdwn.Of($"*Drafts, not approved yet*"), drafts, sop => Draft(sop, underReview)),
        ]);
    }

    private static string Count(int inForce, int drafts) => (inForce, drafts) switch
    {
        (0, 1) => "1 draft, nothing in force yet",
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"{drafts} drafts, nothing in force yet"),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{inForce} in force"),
        (_, 1) => string.Create(CultureInfo.InvariantCulture, $"{inForce} in force, 1 draft"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{inForce} in force, {drafts} drafts"),
    };

    private static Mrkdwn InForce(SopRow sop, IReadOnlySet<SopId> underReview) => underReview.Contains(sop.SopId)
        ? Mrkdwn.Of($"version {sop.Version ?? 1} · a change waits for review")
        : Mrkdwn.Of($"version {sop.Version ?? 1}");

    private static Mrkdwn Draft(SopRow sop, IReadOnlySet<SopId> underReview) => underReview.Contains(sop.SopId)
        ? Mrkdwn.Of($"waiting for review")
        : Mrkdwn.Of($"nobody was asked to review it yet");

    /// <summary>As short as a list can be: one line each, and a button.</summary>
    public static Section Line(SopRow sop) => Line(sop, null);

    private static Section Line(SopRow sop, Mrkdwn? about) => new(about is null ? SopText.Name(sop) : Mrkdwn.Of($"{SopText.Name(sop)}\n{about}"))
    {
        Accessory = new Button(SopActions.Open, PlainText.Of($"Show steps")) { Value = ActionKey.Of(sop.SopId.ToString()) },
    };

    private static IEnumerable<Block> Part(Mrkdwn heading, List<SopRow> sops, Func<SopRow, Mrkdwn> about) =>
        sops.Count == 0 ? [] : [new Section(heading), .. sops.Select(sop => Line(sop, about(sop)))];
}
