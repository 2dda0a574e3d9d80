using LiveSop.Bot.Commands;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Unanswered;

/// <summary>What people began while nobody listened, and nobody has answered: found in what was read after the absence, once that is read whole.</summary>
internal static class MissedRequests
{
    private const int MostAtOnce = 500;

    /// <summary>A minute would do; what is looked at twice and is no request costs little.</summary>
    private static readonly TimeSpan AfterReading = TimeSpan.FromMinutes(10);

    public static Task<bool> AnyAsync(UnitOfWork unit, DateTimeOffset now, CancellationToken stop) => Readings(unit, now).AnyAsync(stop);

    /// <param name="self">The bot: what is said to it is no request.</param>
    public static async Task<IReadOnlyList<Request>> FindAsync(UnitOfWork unit, UserId self, DateTimeOffset now, CancellationToken stop)
    {
        var (db, since) = (unit.Db, now - ConsiderRequest.Old);
        var begun = from reading in Readings(unit, now)
                    from message in db.Messages
                    where message.ChannelId == reading.ChannelId && message.PostedAt >= reading.BackTo && message.PostedAt > since
                        && message.AuthorId != null && !message.IsApp && message.DeletedAt == null && (message.ThreadTs == null || message.ThreadTs == message.Ts)
                        && !db.Matches.Any(one => one.ChannelId == message.ChannelId && one.Ts == message.Ts)
                        && !db.Messages.Any(reply => reply.ChannelId == message.ChannelId && reply.ThreadTs == message.Ts && reply.AuthorId != message.AuthorId && !reply.IsApp && reply.DeletedAt == null)
                    select new { message.ChannelId, message.Ts, message.AuthorId, message.Text, message.PostedAt };
        var found = await begun.Distinct().OrderBy(one => one.PostedAt).Take(MostAtOnce).ToListAsync(stop);
        return [.. found.Where(one => !CommandText.Mentions(one.Text, self)).Select(one => new Request(one.ChannelId, one.Ts, one.AuthorId!.Value, RequestText.Of(one.Text)))];
    }

    private static IQueryable<ReadingRow> Readings(UnitOfWork unit, DateTimeOffset now)
    {
        var since = now - AfterReading;
        return unit.Db.Readings.Where(one => one.Kind == ReadingKind.CatchUp && one.State == ReadingState.Done && one.EndedAt > since);
    }
}
