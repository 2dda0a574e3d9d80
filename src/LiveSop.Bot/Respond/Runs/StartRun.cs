using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Running;
using SlackMessage = LiveSop.Bot.Slack.Blocks.SlackMessage;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>
/// “Start”: the match becomes a checklist, pinned to the version in force, in the hands of whoever pressed. That confirms the match. Where not everybody in the channel
/// may see the procedure, the checklist stands in the presser's own conversation with the bot.
/// </summary>
internal sealed class StartRun(MatchDesk desk) : ISlackHandler<SlackPayload.BlockActions>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        if (MatchActions.ThreadAnd(MatchActions.ValueOf(payload, MatchActions.Start)) is not ({ } thread, var key) || !Guid.TryParse(key, out var sop)) return;
        var said = await desk.OpenAsync(thread, payload.Actor.User, context, stop) switch
        {
            AtDesk.Refused refused => refused.Why,
            AtDesk.Granted granted => await StartAsync(granted, new(sop), payload.Actor.User, context, stop),
            _ => MatchDesk.Gone,
        };
        if (said is not null) await MatchDesk.TellAsync(payload, SlackMessage.Of(said), context, stop, replace: true);
    }

    /// <returns>What whoever started it is told beside the checklist; null where that says all.</returns>
    public static async Task<Mrkdwn?> StartAsync(AtDesk.Granted granted, SopId sop, UserId user, SlackContext context, CancellationToken stop)
    {
        var row = granted.Row;
        if (await RunBook.GoingOnAsync(context.Unit, row.ChannelId, row.Ts, stop) is { } other) return Mrkdwn.Of($"{SopText.Name(other.Sop)} goes on in this thread already, in the hands of {new UserId(other.Run.Owner)}.");
        if (await ReadableAsync(sop, user, context, stop) is not { } found) return Mrkdwn.Of($"This procedure is not in force any more, or you may not read it. Nothing was started.");
        context.Unit.Db.Attach(row);
        var run = Begin(row, found, user, context.Now);
        (row.State, row.SopId, row.NextSopId, row.Confidence, row.DueAt) = (MatchState.Started, sop, null, row.SopId == sop ? row.Confidence : 1, null);
        (row.Verdict, row.VerdictBy, row.VerdictAt, row.AnsweredAt) = (Verdict.Confirmed, user, context.Now, row.AnsweredAt ?? context.Now);
        var view = new RunView(run, RunFormat.Read(run.Body), found.Sop, found.Procedure);
        var isOpen = await MayPostAsync(row, sop, granted.Space, context, stop);
        if (isOpen) await new CardBook(context.Effects).ShowAsync(row, RunCard.Render(view), stop);
        else await context.Effects.AddAsync(run.Card = $"run:{run.RunId}", new Effect.Direct(user, RunCard.Render(view)), stop);
        context.Unit.Db.Add(run);
        await ConsiderRequest.KeepAsync(context.Unit, row, stop);
        return isOpen ? row.ShownAt is not null && row.Reason is not null ? Mrkdwn.Of($"Started: the checklist is in the thread.") : null : Mrkdwn.Of($"Started: the checklist is in our own conversation, since not everybody here may see it.");
    }

    private static RunRow Begin(MatchRow row, Shelved found, UserId user, DateTimeOffset now) => new()
    {
        WorkspaceId = row.WorkspaceId,
        RunId = Guid.CreateVersion7(now),
        ChannelId = row.ChannelId,
        Ts = row.Ts,
        SopId = found.Sop.SopId,
        Version = found.Sop.Version!.Value,
        OwnerId = user,
        OpenedAt = row.AskedAt,
        StartedAt = now,
        Body = RunFormat.Write(new Run(now, user.Value)),
    };

    private static async Task<Shelved?> ReadableAsync(SopId sop, UserId user, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var found = await Shelf.FindAsync(context.Unit, sop, stop);
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        return found is { Sop: { State: SopState.Published, Version: not null } } ? found : null;
    }

    private static async Task<bool> MayPostAsync(MatchRow row, SopId sop, SpaceId space, SlackContext context, CancellationToken stop)
    {
        var room = await RoomFacts.OfAsync(context.Unit, context.Workspace, row.ChannelId, space, context.Now, stop);
        var facts = await SopFacts.OfAsync(context.Unit, context.Workspace, sop, new(row.ChannelId, row.Ts, row.RequesterId, ""), context.Now, stop);
        return room is { IsHeard: true } and ({ HasOutsiders: false } or { IsOpened: true }) && facts is { MayAllRead: true };
    }
}
