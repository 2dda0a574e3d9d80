using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Unanswered;

/// <summary>What is due about requests: those of an absence are looked at; one that nobody answered in time is shown to those who solve cases there, once; a snooze that is over ends.</summary>
internal sealed class MindRequests(Database database, Connections connections, Authorities authorities, ConsiderRequest considering, TimeProvider time)
{
    /// <summary>Told of one request; all of them need not come running.</summary>
    private const int MostTold = 5;

    private const int MostAtOnce = 200;

    // Somebody else may have answered while nobody listened.
    private const string IsAnswered = """
        SELECT 1 FROM messages WHERE workspace_id = $1 AND channel_id = $2 AND thread_ts = $3 AND ts <> $3 AND author_id IS DISTINCT FROM $4 AND NOT is_app AND deleted_at IS NULL LIMIT 1
        """;

    public static async Task<bool> AnyDueAsync(UnitOfWork unit, DateTimeOffset now, CancellationToken stop) =>
        await unit.Db.Matches.AnyAsync(one => one.DueAt <= now, stop) || await MissedRequests.AnyAsync(unit, now, stop);

    public async Task RunAsync(WorkspaceId workspace, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var context = SlackContext.InJob(connections.Installation(workspace), unit, $"mind:{now:O}", now);
        await ConsiderMissedAsync(context, stop);
        var due = await unit.Db.Matches.AsNoTracking().Where(one => one.DueAt <= now).OrderBy(one => one.DueAt).Take(MostAtOnce).ToListAsync(stop);
        var told = new Dictionary<UserId, List<WaitingRequest>>();
        foreach (var row in due)
        {
            if (row.State == MatchState.Snoozed) await WakeAsync(row, context, stop);
            else await GatherAsync(row, context, told, stop);
        }
        foreach (var (user, waiting) in told)
            await context.Effects.AddAsync($"unanswered:{user}:{waiting[0].Thread}", new Effect.Direct(user, UnansweredCard.Render(waiting, now)), stop);
        await unit.CommitAsync(stop);
    }

    private async Task ConsiderMissedAsync(SlackContext context, CancellationToken stop)
    {
        foreach (var missed in await MissedRequests.FindAsync(context.Unit, context.Installation.Self.User, context.Now, stop)) await considering.ConsiderAsync(missed, null, context, stop);
        // They are read again where they are due.
        context.Unit.Db.ChangeTracker.Clear();
    }

    private async Task WakeAsync(MatchRow row, SlackContext context, CancellationToken stop)
    {
        var space = await Spaces.OfAsync(context.Unit, context.Workspace, row.ChannelId, stop);
        await FoldMatch.WakeAsync(new(row, space), considering.Past, context, stop);
        row.DueAt = null;
        await ConsiderRequest.KeepAsync(context.Unit, row, stop);
    }

    private async Task GatherAsync(MatchRow row, SlackContext context, Dictionary<UserId, List<WaitingRequest>> told, CancellationToken stop)
    {
        row.DueAt = null;
        await ConsiderRequest.KeepAsync(context.Unit, row, stop);
        var message = await context.Unit.Db.Messages.AsNoTracking().FirstOrDefaultAsync(one => one.ChannelId == row.ChannelId && one.Ts == row.Ts && one.DeletedAt == null, stop);
        if (message is null || (await context.Unit.ReadAsync(IsAnswered, _ => 1, stop, context.Workspace.Value, row.ChannelId.Value, row.Ts.Value, row.RequesterId.Value)).Count > 0) return;
        foreach (var responder in await WhoAsync(row, context, stop))
            if (await SeenAsync(responder, row, message.Text, context, stop) is { } seen)
            {
                if (!told.TryGetValue(responder, out var waiting)) told[responder] = waiting = [];
                waiting.Add(seen);
            }
    }

    /// <summary>Where nobody has ever solved a case: those who decide in the space.</summary>
    private async Task<IReadOnlyList<UserId>> WhoAsync(MatchRow row, SlackContext context, CancellationToken stop)
    {
        var space = await Spaces.OfAsync(context.Unit, context.Workspace, row.ChannelId, stop);
        var request = new Request(row.ChannelId, row.Ts, row.RequesterId, "");
        var responders = await Responders.OfAsync(context.Unit, request, (space, space == Spaces.Default(context.Workspace)), context.Workspace, (context.Now, MostTold), stop);
        return responders.Count > 0 ? responders : [.. (await authorities.WithAsync(context.Unit, context.Workspace, space, Role.Approver, stop)).Where(one => one != row.RequesterId).Take(MostTold)];
    }

    /// <summary>As they may see it; null where they may not read the channel.</summary>
    private static async Task<WaitingRequest?> SeenAsync(UserId user, MatchRow row, string raw, SlackContext context, CancellationToken stop)
    {
        await context.Unit.EnterAsync(new Scope.Viewer(context.Workspace, user), stop);
        var isReadable = await context.Unit.Db.Channels.AnyAsync(one => one.ChannelId == row.ChannelId, stop);
        var links = await Permalinks.OfAsync(context.Unit, stop);
        var sop = isReadable && row.SopId is { } id ? await Shelf.FindAsync(context.Unit, id, stop) : null;
        await context.Unit.EnterAsync(new Scope.Miner(context.Workspace), stop);
        if (!isReadable) return null;
        var words = new UntrustedText(Recognising.RequestText.Of(raw)).OnOneLine().Fit(90);
        return new(new ThreadId(row.ChannelId, row.Ts), row.RequesterId, row.AskedAt, words, links?.Of(EvidencePlace.Of(row.ChannelId), row.Ts.Value, words), sop);
    }
}
