using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Digest;

/// <summary>Sends the digests that are due in a workspace, once for each person and day however often it is asked.</summary>
internal sealed partial class SendDigests(Database database, Subscribers subscribers, Gathering gathering, TimeProvider time, ILogger<SendDigests> log)
{
    /// <summary>So far back looks the first digest of a person.</summary>
    private static readonly TimeSpan FirstLooksBack = TimeSpan.FromDays(1);

    public async Task RunAsync(WorkspaceId workspace, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        foreach (var due in await DueAsync(workspace, now, stop)) await TrySendAsync(workspace, due, now, stop);
    }

    private async Task<IReadOnlyList<DueDigest>> DueAsync(WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var due = await subscribers.DueAsync(unit, workspace, now, stop);
        await unit.CommitAsync(stop);
        return due;
    }

    /// <summary>The one catch around a person: one whose digest fails keeps no other waiting. It is due again at the next round.</summary>
    private async Task TrySendAsync(WorkspaceId workspace, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            await SendAsync(new(workspace, due.User), due, now, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotSent(log, workspace, due.User, e.GetType().Name);
        }
    }

    // Drawing takes long: no transaction waits for it.
    private async Task SendAsync(Scope.Viewer person, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        var (concerns, isQuiet) = await GatherAsync(person, due, now, stop);
        var picture = !isQuiet && concerns.Decisions is [var first, ..] ? await DraftPicture.DrawAsync(first, stop) : null;
        await using var unit = await database.BeginAsync(new Scope.Miner(person.Workspace), stop);
        if (!await Subscribers.ClaimAsync(unit, person, due.Day, stop)) return;
        if (!isQuiet) await TellAsync(new(unit, person.Workspace, now), due, concerns, picture, stop);
        await unit.CommitAsync(stop);
    }

    private async Task<(Concerns Concerns, bool IsQuiet)> GatherAsync(Scope.Viewer person, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(person.Workspace), stop);
        var since = await ToldAtAsync(unit, due, now, stop);
        var concerns = await gathering.OfAsync(unit, person, since, now, stop);
        return (concerns, concerns.Tally(since).IsQuiet(due.Day.DayOfWeek));
    }

    /// <summary>Of a quiet day, and of one too long ago to be known, when it was due.</summary>
    private static async Task<DateTimeOffset> ToldAtAsync(UnitOfWork unit, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        if (due.Setting.Last is not { } last) return now - FirstLooksBack;
        var key = Key(due.User, last);
        return await unit.Db.Outbox.Where(one => one.Key == key).Select(one => (DateTimeOffset?)one.CreatedAt).FirstOrDefaultAsync(stop) ?? due.Setting.Time.On(last);
    }

    // The same draft waits for days: its picture is sent once.
    private static async Task TellAsync(Effects effects, DueDigest due, Concerns concerns, byte[]? picture, CancellationToken stop)
    {
        await effects.AddAsync(Key(due.User, due.Day), new Effect.Direct(due.User, DigestMessage.Render(concerns, due)), stop);
        if (picture is not null && concerns.Decisions is [var first, ..])
            await effects.AddAsync($"digest:{due.User}:picture:{first.Key}", DraftPicture.Share(due.User, first, picture), stop);
    }

    private static string Key(UserId user, DateOnly day) => $"digest:{user}:{day:O}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The digest of {User} in {Workspace} could not be made ({Reason}); trying again at the next round.")]
    private static partial void NotSent(ILogger log, WorkspaceId workspace, UserId user, string reason);
}
