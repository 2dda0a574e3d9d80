using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Running;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>The checklist of a run: what is done and by whom, what is next with a button, what comes later; and, when it is over, how long it took.</summary>
internal static class RunCard
{
    public static SlackMessage Render(RunView one) => one.Run.Finished is { } end ? Over(one, end) : SlackMessage.Fit(Headline(one),
    [
        new Section(Headline(one)),
        .. ChecklistBlocks.Of(one),
        new Actions([.. Buttons(one)]),
    ]);

    private static Mrkdwn Headline(RunView one) =>
        Mrkdwn.Of($"{SopText.Name(one.Sop)}: in the hands of {new UserId(one.Run.Owner)}, {one.List.Progress.Done} of {one.List.Progress.Required} steps done");

    private static SlackMessage Over(RunView one, Finished end)
    {
        var measure = RunMeasure.Of(one.Run, one.Procedure, one.Row.OpenedAt)!;
        var text = Mrkdwn.Of($"{SopText.Name(one.Sop)}: {measure.Say()} ({new UserId(end.By)}, {one.List.Progress.Done} of {one.List.Progress.Required} steps)");
        return new(text, [new Section(text) { Accessory = new Button(RunActions.Reopen, PlainText.Of($"Reopen")) { Value = RunActions.Key(one.Row.RunId) } }]);
    }

    private static IEnumerable<IActionElement> Buttons(RunView one)
    {
        var run = one.Row.RunId;
        yield return new Button(RunActions.Finish, PlainText.Of($"Solved")) { Value = RunActions.Key(run), Style = one.List.IsComplete ? ButtonStyle.Primary : null };
        if (one.List.Next is [var next, ..]) yield return new Button(RunActions.Wording, PlainText.Of($"Past wording")) { Value = RunActions.Key(run, next) };
        if (one.Run.Marks is [.., var last]) yield return new Button(RunActions.Undo, PlainText.Of($"Undo")) { Value = RunActions.Key(run, last.Step), AccessibilityLabel = PlainText.Of($"Undo the step that was done last") };
        yield return new Button(RunActions.HandOver, PlainText.Of($"Hand over")) { Value = RunActions.Key(run) };
        yield return new Overflow(RunActions.More, [.. More(one)]);
    }

    private static IEnumerable<Option> More(RunView one)
    {
        if (one.List.Next is [var next, ..]) yield return new(PlainText.Of($"Skip: {one.Procedure.Step(next)!.Title}"), RunActions.Key(one.Row.RunId, RunActions.Skip, next));
        yield return new(PlainText.Of($"Stop, it is not solved"), RunActions.Key(one.Row.RunId, RunActions.Stop));
    }
}
