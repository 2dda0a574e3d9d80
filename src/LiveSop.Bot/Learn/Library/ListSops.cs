using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Learn.Library;

/// <summary><c>/sop list</c>: the procedures that somebody may read.</summary>
internal static class ListSops
{
    public static async Task AnswerAsync(Asker asker, CancellationToken stop)
    {
        var sops = await asker.ReadAsync(unit => Shelf.ListAsync(unit, stop), stop);
        await asker.TellAsync(Render(sops));
    }

    public static SlackMessage Render(IReadOnlyList<SopRow> sops)
    {
        if (sops.Count == 0)
            return SlackMessage.Of(Mrkdwn.Of($"There is no procedure yet that you may read. Type `/sop mine` in a channel where your team solves its cases: I look for what recurs there."));
        var (inForce, drafts) = (sops.Where(one => one.State == SopState.Published).ToList(), sops.Where(one => one.State != SopState.Published).ToList());
        return SlackMessage.Fit(Mrkdwn.Of($"{sops.Count} procedures"), [.. Part(Mrkdwn.Of($"*In force*"), inForce), .. Part(Mrkdwn.Of($"*Drafts, not approved yet*"), drafts)]);
    }

    /// <summary>As short as a list can be: one line each, and a button.</summary>
    public static Section Line(SopRow sop) => new(SopText.Name(sop))
    {
        Accessory = new Button(SopActions.Open, PlainText.Of($"Show steps")) { Value = ActionKey.Of(sop.SopId.ToString()) },
    };

    private static IEnumerable<Block> Part(Mrkdwn heading, List<SopRow> sops) => sops.Count == 0 ? [] : [new Section(heading), .. sops.Select(Line)];
}
