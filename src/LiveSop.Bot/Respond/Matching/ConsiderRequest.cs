using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Matching;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>
/// Somebody began something in a channel: is it a case of a procedure in force? What it is taken for, and whether that is shown, is recorded; of what is no request
/// and like nothing, nothing is.
/// </summary>
internal sealed class ConsiderRequest(Recognisers recognisers, PastCases past, AnsweringSettings settings)
{
    /// <summary>Nobody waits for a procedure so long after a request, which was heard late; for an answer they may still.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>What is older was let go, or answered elsewhere.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromDays(1);

    public PastCases Past => past;

    /// <param name="known">What was made of it before, where it says something else now; tracked. Null for a new one.</param>
    public async Task ConsiderAsync(Request request, MatchRow? known, SlackContext context, CancellationToken stop)
    {
        var learnt = recognisers.Of(context.Workspace, request.Channel);
        var match = learnt.Recognise(request.Text);
        var asks = Asking.Asks(request.Text);
        if (known is null && match is Match.None && !asks) return;
        var space = recognisers.Find(context.Workspace)?.SpaceOf(request.Channel) ?? Audience.Spaces.Default(context.Workspace);
        var room = await RoomFacts.OfAsync(context.Unit, context.Workspace, request.Channel, space, context.Now, stop);
        if (!room.IsHeard) return;
        var row = known ?? Begin(request, room, asks, context);
        var before = row.SopId;
        Take(row, match, learnt);
        if (known is not null && before == row.SopId && row.State is MatchState.Posted or MatchState.Whispered) return;
        var decision = await DecideAsync(request, row, match, room, context, stop);
        var showing = new ShowMatch(context, space, past);
        if (known is null) context.Unit.Db.Add(row);
        await showing.ShowAsync(request, row, decision, stop);
        await KeepAsync(context.Unit, row, stop);
    }

    /// <summary>A change of scope on the way forgets what was read; what was decided since is kept all the same.</summary>
    public static Task KeepAsync(UnitOfWork unit, MatchRow row, CancellationToken stop)
    {
        if (unit.Db.Entry(row).State == EntityState.Detached) unit.Db.Update(row);
        return unit.Db.SaveChangesAsync(stop);
    }

    private MatchRow Begin(Request request, RoomFacts room, bool asks, SlackContext context) => new()
    {
        WorkspaceId = context.Workspace,
        ChannelId = request.Channel,
        Ts = request.Ts,
        RequesterId = request.Requester,
        AskedAt = request.Ts.At,
        State = MatchState.Silent,
        DueAt = asks && room is { IsQuiet: false, AnswerMinutes: not 0 } ? request.Ts.At.AddMinutes(room.AnswerMinutes ?? settings.UnansweredMinutes) : null,
    };

    private static void Take(MatchRow row, Match match, Learnt learnt)
    {
        (int? sop, int? next, row.Confidence) = match switch
        {
            Match.Found found => ((int?)found.Class, (int?)null, found.Confidence),
            Match.Ambiguous one => (one.Class, one.Next, one.Confidence),
            _ => (null, null, 0),
        };
        (row.SopId, row.NextSopId) = (Sop(sop), Sop(next));

        SopId? Sop(int? number) => number is { } one ? learnt.Sops[one] : null;
    }

    private async Task<Telling> DecideAsync(Request request, MatchRow row, Match match, RoomFacts room, SlackContext context, CancellationToken stop)
    {
        var sop = row.SopId is { } id ? await SopFacts.OfAsync(context.Unit, context.Workspace, id, request, context.Now, stop) : null;
        return Telling.Of(new()
        {
            Match = sop is { IsPublished: true } ? match : new Match.None(Abstention.Unlike, null, 0),
            IsQuiet = room.IsQuiet,
            IsAnswered = row.AnsweredAt is not null,
            IsLate = context.Now - request.Ts.At > Late,
            IsMuted = sop?.IsMuted ?? false,
            IsRepeated = sop?.IsRepeated ?? false,
            IsTried = sop?.Trust.IsTried ?? false,
            HasOutsiders = room is { HasOutsiders: true, IsOpened: false },
            MayAllRead = sop?.MayAllRead ?? false,
            IsOverBudget = row.ShownAt is null && room.Shown >= settings.PerChannelAndHour,
        });
    }

    /// <returns>Tracked; null where nothing was made of it.</returns>
    public static Task<MatchRow?> FindAsync(UnitOfWork unit, ChannelId channel, MessageTs ts, CancellationToken stop) =>
        unit.Db.Matches.FirstOrDefaultAsync(one => one.ChannelId == channel && one.Ts == ts, stop);
}
