using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Digest;

/// <summary>What somebody is to be told.</summary>
/// <param name="Picture">How the first draft that waits goes, as a PNG; null where there is none, or none can be drawn.</param>
internal sealed record WrittenDigest(DueDigest Due, Concerns Concerns, byte[]? Picture)
{
    public string Key => KeyOf(Due.User, Due.Day);

    public static string KeyOf(UserId user, DateOnly day) => $"digest:{user}:{day:O}";

    // The same draft waits for days: its picture is sent once.
    public async Task TellAsync(Effects effects, CancellationToken stop)
    {
        await effects.AddAsync(Key, new Effect.Direct(Due.User, DigestMessage.Render(Concerns, Due)), stop);
        if (Picture is not null && Concerns.Decisions is [var first, ..])
            await effects.AddAsync($"digest:{Due.User}:picture:{first.Key}", DraftPicture.Share(Due.User, first, Picture), stop);
    }
}

/// <summary>Writes a digest. It has its own, short transaction for reading, since drawing takes long.</summary>
/// <param name="dot">Graphviz's program.</param>
internal sealed class WriteDigest(Database database, Gathering gathering, string dot)
{
    /// <summary>So far back looks the first digest of a person.</summary>
    private static readonly TimeSpan FirstLooksBack = TimeSpan.FromDays(1);

    /// <returns>Null on a quiet day.</returns>
    public async Task<WrittenDigest?> WriteAsync(WorkspaceId workspace, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        if (await GatherAsync(workspace, due, now, stop) is not { } concerns) return null;
        return new(due, concerns, concerns.Decisions is [var first, ..] ? await DrawAsync(first, stop) : null);
    }

    private Task<byte[]?> DrawAsync(UnderReview one, CancellationToken stop) => DraftPicture.DrawAsync(one.Procedure, dot, stop);

    private async Task<Concerns?> GatherAsync(WorkspaceId workspace, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var since = await ToldAtAsync(unit, due, now, stop);
        var concerns = await gathering.OfAsync(unit, new(workspace, due.User), since, now, stop);
        return concerns.Tally(since).IsQuiet(due.Day.DayOfWeek) ? null : concerns;
    }

    /// <summary>Of a quiet day, and of one too long ago to be known, when it was due.</summary>
    private static async Task<DateTimeOffset> ToldAtAsync(UnitOfWork unit, DueDigest due, DateTimeOffset now, CancellationToken stop)
    {
        if (due.Setting.Last is not { } last) return now - FirstLooksBack;
        var key = WrittenDigest.KeyOf(due.User, last);
        return await unit.Db.Outbox.Where(one => one.Key == key).Select(one => (DateTimeOffset?)one.CreatedAt).FirstOrDefaultAsync(stop) ?? due.Setting.Time.On(last);
    }
}
