using System.Globalization;
using LiveSop.Bot.Audience;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Running;
using SlackMessage = LiveSop.Bot.Slack.Blocks.SlackMessage;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>A press on a run's checklist: done, undone, skipped, chosen, repeated, finished, reopened. A second press of the same changes nothing.</summary>
internal sealed class AdvanceRun(Authorities authorities) : ISlackHandler<SlackPayload.BlockActions>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        if (RunPress.Read(payload) is not { } press) return;
        switch (await OpenAsync(press.Run, payload.Actor.User, context, stop))
        {
            case (null, var refusal):
                await MatchDesk.TellAsync(payload, SlackMessage.Of(refusal), context, stop);
                break;
            case ({ } view, _) when Change(press, view, payload.Actor.User, context.Now) is var change:
                if (change is RunChange.Changed { Run: var run }) await RunBook.KeepAsync(view, run, context, stop);
                else if (change is RunChange.Unchanged { Why: not WhyNot.AlreadySo } stays) await MatchDesk.TellAsync(payload, SlackMessage.Of(Mrkdwn.Of($"{stays.Say()}")), context, stop);
                break;
        }
    }

    /// <summary>Anybody may press; those may who work on cases in the procedure's space.</summary>
    /// <returns>The run, or why not.</returns>
    public async Task<(RunView? View, Mrkdwn Refusal)> OpenAsync(Guid run, UserId user, SlackContext context, CancellationToken stop)
    {
        if (await RunBook.OpenAsync(context.Unit, context.Workspace, run, stop) is not { } view) return (null, Mrkdwn.Of($"I do not know this run any more."));
        var space = await Spaces.OfAsync(context.Unit, context.Workspace, view.Row.ChannelId, stop);
        var clearance = (await authorities.OfAsync(context.Unit, context.Workspace, user, stop)).May(Deed.Respond, space.Value);
        return clearance is Clearance.Refused refused ? (null, await Refusal.WordsAsync(context, authorities, refused, stop)) : (view, Mrkdwn.Of(""));
    }

    private static RunChange Change(RunPress press, RunView view, UserId user, DateTimeOffset now)
    {
        var (run, procedure, by) = (view.Run, view.Procedure, user.Value);
        return press switch
        {
            { What: { } step } when RunActions.Check.Is(press.Action) => run.Check(procedure, step, by, now),
            { What: { } step } when RunActions.Undo.Is(press.Action) => run.Uncheck(procedure, step),
            { What: { } choice, Of: { } branch } when RunActions.Choose.Is(press.Action) && int.TryParse(branch, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => run.Choose(procedure, choice, number, by, now),
            { What: { } loop } when RunActions.Repeat.Is(press.Action) => run.Repeat(procedure, loop, by, now),
            { What: RunActions.Skip, Of: { } step } => run.Skip(procedure, step, by, now),
            { What: RunActions.Stop } => run.Finish(by, now, Outcome.Stopped),
            _ when RunActions.Finish.Is(press.Action) => run.Finish(by, now, Outcome.Solved),
            _ when RunActions.Reopen.Is(press.Action) => run.Reopen(),
            _ => new RunChange.Unchanged(WhyNot.AlreadySo),
        };
    }
}
