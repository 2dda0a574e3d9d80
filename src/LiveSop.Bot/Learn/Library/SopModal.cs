using LiveSop.Bot.Learn.Versions;
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
    /// <param name="forApprovers">With what they alone may do to a procedure in force.</param>
    public static Modal Render(Shelved shelved, Mrkdwn? above = null, bool forApprovers = false) => new(Callback, Title, View.Fit(Blocks(shelved, above, forApprovers))) { Close = PlainText.Of($"Close") };

    private static List<Block> Blocks(Shelved shelved, Mrkdwn? above, bool forApprovers) =>
    [
        new Header(PlainText.Of($"{shelved.Procedure.Title}")),
        .. above is null ? Array.Empty<Block>() : [new Section(above)],
        new Context(Mrkdwn.Of($"SOP {shelved.Sop.Number} · {SopText.State(shelved.Sop, shelved.Draft)} · {SopText.Figures(shelved.Procedure)}")),
        .. shelved.OnTop is { } draft ? [new Context(Mrkdwn.Of($"Below stands what is in force; {SopText.OnTop(draft)}."))] : Array.Empty<Block>(),
        Section.Plain(PlainText.Of($"{shelved.Procedure.Trigger}")),
        new Divider(),
        .. ProcedureLines.Of(shelved.Procedure),
        new Context(Below(shelved)),
        new Actions([.. Buttons(shelved, forApprovers)]),
    ];

    private static Mrkdwn Below(Shelved shelved) => shelved.Sop.State switch
    {
        SopState.Published => Mrkdwn.Of($"{ProcedureLines.DoneBy(shelved.Procedure)}*History* tells who approved what, and why."),
        SopState.Retired => Mrkdwn.Of($"It is out of use. *History* tells what it was, and offers its versions to be restored."),
        _ => Mrkdwn.Of($"{ProcedureLines.DoneBy(shelved.Procedure)}Nobody has approved it yet: look at the talk behind it before you rely on a step."),
    };

    private static IEnumerable<IActionElement> Buttons(Shelved shelved, bool forApprovers)
    {
        var key = ActionKey.Of(shelved.Sop.SopId.ToString());
        if (shelved.Draft is { State: DraftState.Found })
            yield return new Button(SopActions.AskForReview, PlainText.Of($"Ask for review")) { Value = key, Style = ButtonStyle.Primary };
        yield return new Button(SopActions.Evidence, PlainText.Of($"Evidence")) { Value = key };
        if (shelved.Sop.State is SopState.Published or SopState.Draft) yield return new Button(SopActions.Edit, PlainText.Of($"Edit")) { Value = key };
        if (shelved.Sop.Version is not null) yield return new Button(VersionActions.History, PlainText.Of($"History")) { Value = key };
        if (!forApprovers || shelved.Sop.State != SopState.Published) yield break;
        yield return new Button(VersionActions.Audience, PlainText.Of($"Who may read it")) { Value = key };
        yield return new Button(VersionActions.Retire, PlainText.Of($"Take out of use")) { Value = key, Style = ButtonStyle.Danger, Confirm = RetireSop.Sure };
    }
}
