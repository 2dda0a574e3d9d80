using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Runs;
using SlackMessage = LiveSop.Bot.Slack.Blocks.SlackMessage;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>“Snooze”, “Show now” and “Stop in this thread”: who wants less, gets less, at once.</summary>
internal sealed class FoldMatch(MatchDesk desk, PastCases past) : ISlackHandler<SlackPayload.BlockActions>
{
    public static readonly TimeSpan Snoozing = TimeSpan.FromHours(1);

    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var wanted = MatchActions.ThreadAnd(MatchActions.ValueOf(payload, MatchActions.More));
        var thread = wanted?.Thread ?? MatchActions.Thread(MatchActions.ValueOf(payload, MatchActions.Wake));
        switch (await desk.OpenAsync(thread, payload.Actor.User, context, stop))
        {
            case AtDesk.Refused refused:
                await MatchDesk.TellAsync(payload, SlackMessage.Of(refused.Why), context, stop);
                break;
            case AtDesk.Granted granted:
                await DoAsync(wanted?.What, granted, payload, context, stop);
                await ConsiderRequest.KeepAsync(context.Unit, granted.Row, stop);
                break;
        }
    }

    private Task DoAsync(string? what, AtDesk.Granted granted, SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop) => what switch
    {
        MatchActions.Snooze => SnoozeAsync(granted, payload, context, stop),
        MatchActions.Stop => StopAsync(granted.Row, payload, context, stop),
        _ => WakeAsync(granted, past, context, stop),
    };

    private static async Task SnoozeAsync(AtDesk.Granted granted, SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        var (row, until) = (granted.Row, context.Now + Snoozing);
        if (row.State is MatchState.Posted or MatchState.Snoozed && row.SopId is { } id && await Shelf.FindAsync(context.Unit, id, stop) is { } found)
        {
            (row.State, row.DueAt) = (MatchState.Snoozed, until);
            await new CardBook(context.Effects).ShowAsync(row, MatchCard.Snoozed(new(new(row.ChannelId, row.Ts), found, null, row.Confidence, []), payload.Actor.User, until), stop);
        }
        else await MatchDesk.TellAsync(payload, SlackMessage.Of(Mrkdwn.Of($"Put away. Mention me in the thread when you want it again: {context.Installation.Self.User} `which`.")), context, stop, replace: true);
    }

    private static async Task StopAsync(MatchRow row, SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        (row.State, row.DueAt) = (MatchState.Stopped, null);
        await new CardBook(context.Effects).TakeBackAsync(row, stop);
        await MatchDesk.TellAsync(payload, SlackMessage.Of(Mrkdwn.Of($"I say nothing more in this thread by myself.")), context, stop, replace: true);
    }

    /// <summary>Also when the hour is over.</summary>
    public static async Task WakeAsync(AtDesk.Granted granted, PastCases past, SlackContext context, CancellationToken stop)
    {
        if (granted.Row is not { State: MatchState.Snoozed } row) return;
        (row.State, row.DueAt) = (MatchState.Posted, null);
        await new ShowMatch(context, granted.Space, past).ReplaceAsync(row, stop);
    }
}
