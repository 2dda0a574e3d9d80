using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Learn.Library;

/// <summary>A procedure in front of everything else: when it applies, its steps, and what can be done with it.</summary>
internal static class SopModal
{
    private static readonly SlackAction Callback = new("sop.view");
    private static readonly PlainText Title = PlainText.Of($"Procedure");

    /// <summary>What stands there while the steps are fetched: it must open within three seconds of the press.</summary>
    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Fetching the steps …"));

    public static Modal Gone() => Say(Mrkdwn.Of($"This procedure is not to be seen here any more: it was taken away, or you may no longer read all that it was mined from. `/sop list` shows what you may read."));

    public static Modal Say(Mrkdwn text) => new(Callback, Title, [new Section(text)]) { Close = PlainText.Of($"Close") };

    /// <param name="above">Why it is shown; null where that is plain.</param>
    public static Modal Render(Shelved shelved, Mrkdwn? above = null) => new(Callback, Title, View.Fit(Blocks(shelved, above))) { Close = PlainText.Of($"Close") };

    private static List<Block> Blocks(Shelved shelved, Mrkdwn? above) =>
    [
        new Header(PlainText.Of($"{shelved.Procedure.Title}")),
        .. above is null ? Array.Empty<Block>() : [new Section(above)],
        new Context(Mrkdwn.Of($"SOP {shelved.Sop.Number} · {SopText.State(shelved.Sop, shelved.Draft)} · {SopText.Figures(shelved.Procedure)}")),
        Section.Plain(PlainText.Of($"{shelved.Procedure.Trigger}")),
        new Divider(),
        .. ProcedureLines.Of(shelved.Procedure),
        new Context(Below(shelved)),
        new Actions([.. Buttons(shelved)]),
    ];

    private static Mrkdwn Below(Shelved shelved) => shelved.Sop.State == SopState.Published
        ? Mrkdwn.Of($"{ProcedureLines.DoneBy(shelved.Procedure)}`/sop history {shelved.Sop.Number}` tells who approved what, and why.")
        : Mrkdwn.Of($"{ProcedureLines.DoneBy(shelved.Procedure)}Nobody has approved it yet: look at the talk behind it before you rely on a step.");

    private static IEnumerable<IActionElement> Buttons(Shelved shelved)
    {
        var key = ActionKey.Of(shelved.Sop.SopId.ToString());
        if (shelved.Draft is { State: DraftState.Found })
            yield return new Button(SopActions.AskForReview, PlainText.Of($"Ask for review")) { Value = key, Style = ButtonStyle.Primary };
        yield return new Button(SopActions.Evidence, PlainText.Of($"Evidence")) { Value = key };
        yield return new Button(SopActions.Edit, PlainText.Of($"Edit")) { Value = key };
    }
}
