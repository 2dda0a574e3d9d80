using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>“Not this one”: asks which it is, and learns from the answer. Another procedure takes the place of the wrong one; where it is none, the message goes.</summary>
internal sealed class CorrectMatch(MatchDesk desk, PastCases past) : ISlackHandler<SlackPayload.BlockActions>, ISlackHandler<SlackPayload.ViewSubmission>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var thread = MatchActions.Thread(MatchActions.ValueOf(payload, MatchActions.NotThisOne));
        var opened = await desk.OpenAsync(thread, payload.Actor.User, context, stop);
        await FillAsync(opened switch
        {
            AtDesk.Granted { Row: { Verdict: null } row } => NotThisModal.Render(new(row.ChannelId, row.Ts), await OthersAsync(row, payload, context, stop)),
            AtDesk.Granted { Row.VerdictBy: { } by } => NotThisModal.Say(Mrkdwn.Of($"{by} has decided already; nothing is left to say.")),
            AtDesk.Refused refused => NotThisModal.Say(refused.Why),
            _ => NotThisModal.Say(MatchDesk.Gone),
        }, context, stop);
    }

    public async Task HandleAsync(SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        var opened = await desk.OpenAsync(MatchActions.Thread(payload.View.PrivateMetadata), payload.Actor.User, context, stop);
        await FillAsync(opened switch
        {
            AtDesk.Granted { Row.Verdict: null } granted => NotThisModal.Say(await CorrectAsync(granted, NotThisModal.Form.Of(payload.View), payload, context, stop)),
            AtDesk.Granted { Row.VerdictBy: { } by } => NotThisModal.Say(Mrkdwn.Of($"{by} was faster; yours changed nothing.")),
            AtDesk.Refused refused => NotThisModal.Say(refused.Why),
            _ => NotThisModal.Say(MatchDesk.Gone),
        }, context, stop);
    }

    private async Task<Mrkdwn> CorrectAsync(AtDesk.Granted granted, NotThisModal.Form form, SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        var (row, wrong) = (granted.Row, granted.Row.SopId);
        var chosen = form.Sop is { } id ? await ReadableAsync(new SopId(id), payload, context, stop) : null;
        context.Unit.Db.Attach(row);
        (row.RejectedSopId, row.VerdictBy, row.VerdictAt, row.NextSopId) = (wrong, payload.Actor.User, context.Now, null);
        (row.Verdict, row.SopId, row.Confidence) = chosen is null ? (Verdict.Rejected, wrong, row.Confidence) : (Verdict.Confirmed, chosen.Sop.SopId, 1);
        var show = new ShowMatch(context, granted.Space, past);
        if (chosen is null || !await show.ReplaceAsync(row, stop))
        {
            row.State = MatchState.TakenBack;
            await new CardBook(context.Effects).TakeBackAsync(row, stop);
        }
        await ConsiderRequest.KeepAsync(context.Unit, row, stop);
        var muted = wrong is { } sop && await MuteSop.LookAsync(sop, new(row.ChannelId, row.Ts, row.RequesterId, ""), context, stop);
        return (chosen, muted) switch
        {
            (_, true) => Mrkdwn.Of($"*Noted.* That was the third time in a row, so I no longer show that procedure by myself; whoever approved it is told."),
            ({ } one, _) => Mrkdwn.Of($"*Noted:* it is {SopText.Name(one.Sop)}. I learn from it."),
            _ => Mrkdwn.Of($"*Noted:* it is none of my procedures. I learn from it."),
        };
    }

    private static async Task<IReadOnlyList<SopRow>> OthersAsync(MatchRow row, SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, payload.Actor.User), stop);
        var readable = await Shelf.ListAsync(context.Unit, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return [.. readable.Where(one => one.State == SopState.Published && one.SopId != row.SopId)];
    }

    private static async Task<Shelved?> ReadableAsync(SopId sop, SlackPayload.ViewSubmission payload, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, payload.Actor.User), stop);
        var found = await Shelf.FindAsync(context.Unit, sop, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return found?.Sop.State == SopState.Published ? found : null;
    }

    private static Task FillAsync(Modal content, SlackContext context, CancellationToken stop) =>
        context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(content)), stop);
}
