using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Running;
using SlackMessage = LiveSop.Bot.Slack.Blocks.SlackMessage;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>“Past wording”: how the team has best put it before, with placeholders where values stood; from messages that whoever presses may read, shown to them alone.</summary>
internal sealed class OfferWording(AdvanceRun desk) : ISlackHandler<SlackPayload.BlockActions>
{
    private const string Sql = """
        SELECT m.ts, m.text FROM evidence e JOIN messages m ON m.workspace_id = $1 AND m.channel_id = e.place AND m.ts = e.ts
        WHERE e.workspace_id = $1 AND e.sop_id = $2 AND e.step_id = $3 AND m.deleted_at IS NULL AND m.text <> '' ORDER BY m.posted_at DESC LIMIT 100
        """;

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        if (RunPress.Read(payload) is not { What: { } step } press) return;
        var (view, refusal) = await desk.OpenAsync(press.Run, payload.Actor.User, context, stop);
        var answer = view is null ? SlackMessage.Of(refusal) : await WordingAsync(view, step, payload, context, stop);
        await MatchDesk.TellAsync(payload, answer, context, stop);
    }

    private static async Task<SlackMessage> WordingAsync(RunView view, string step, SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, payload.Actor.User), stop);
        var said = await context.Unit.ReadAsync(Sql, row => (row.GetString(0), row.GetString(1)), stop, context.Workspace.Value, view.Row.SopId.Value, step);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        var title = view.Procedure.Step(step)?.Title;
        return BestWording.Of([.. said.Select(one => (one.Item1, Plain.Text(one.Item2)))]) is { } best
            ? new(Mrkdwn.Of($"For “{title}” your team wrote"), [new Section(Mrkdwn.Of($"For “{title}” your team wrote, for you to copy and fill in:")), new RichText(Rich.Code(best.Text))])
            : SlackMessage.Of(Mrkdwn.Of($"For “{title}” I know no wording that I could offer you."));
    }
}
