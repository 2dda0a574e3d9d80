using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Learn.Library;

/// <summary><c>/sop show</c>: one procedure, to whoever asked.</summary>
internal static class ShowSop
{
    public static async Task AnswerAsync(SopReference reference, Asker asker, CancellationToken stop)
    {
        var found = await asker.ReadAsync(unit => Shelf.FindAsync(unit, reference, stop), stop);
        await asker.TellAsync(found is Lookup.One one ? Render(one.Found) : NotOne(found));
    }

    public static SlackMessage Render(Shelved shelved) => SlackMessage.Fit(SopText.Name(shelved.Sop),
    [
        new Section(Mrkdwn.Of($"{SopText.Name(shelved.Sop)}\n{SopText.State(shelved.Sop, shelved.Draft)} · {SopText.Figures(shelved.Procedure)}"))
        {
            Accessory = new Button(SopActions.Open, PlainText.Of($"Open")) { Value = ActionKey.Of(shelved.Sop.SopId.ToString()) },
        },
        .. shelved.OnTop is { } draft ? [new Context(Mrkdwn.Of($"Below stands what is in force; {SopText.OnTop(draft)}."))] : Array.Empty<Block>(),
        Section.Plain(PlainText.Of($"{shelved.Procedure.Trigger}")),
        .. ProcedureLines.Of(shelved.Procedure),
    ]);

    /// <summary>Which one is meant has to be asked.</summary>
    public static SlackMessage NotOne(Lookup lookup) => lookup is Lookup.Several several
        ? SlackMessage.Fit(Mrkdwn.Of($"Several procedures are called so"), [new Section(Mrkdwn.Of($"Several procedures are called so. Which one? Its number tells them apart.")), .. several.Sops.Take(10).Select(ListSops.Line)])
        : SlackMessage.Of(Mrkdwn.Of($"I know no procedure of that name or number that you may read. `/sop list` shows those you may."));
}
