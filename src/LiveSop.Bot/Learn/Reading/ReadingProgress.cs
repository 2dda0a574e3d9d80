using LiveSop.Bot.Learn.Reading.Forecasting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>How far a reading is, and what it has to do next.</summary>
/// <param name="Threads">Those to be read next, the newest first; empty where none waits.</param>
internal sealed record ReadingProgress(ReadingRow Row, IReadOnlyList<ThreadToReadRow> Threads)
{
    /// <summary>When the channel was made; null where Slack did not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>What of the channel's own messages is still to be read.</summary>
    public Span Unread
    {
        get
        {
            var from = Created is { } created && created > Row.BackTo ? created : Row.BackTo;
            return new Span(from, Row.PagesDone ? from : Row.ReachedTs?.At ?? Row.BegunAt);
        }
    }

    public WorkspaceId Workspace => Row.WorkspaceId;

    public ChannelId Channel => Row.ChannelId;

    public bool IsRunning => Row.State == ReadingState.Running;

    public bool IsComplete => Row.PagesDone && Threads.Count == 0;

    /// <returns>Null where there is no such reading any more.</returns>
    public static async Task<ReadingProgress?> LoadAsync(UnitOfWork unit, Guid reading, int mostThreads, CancellationToken stop)
    {
        if (await unit.Db.Readings.AsNoTracking().SingleOrDefaultAsync(one => one.ReadingId == reading, stop) is not { } row) return null;
        var threads = await unit.Db.ThreadsToRead.AsNoTracking().Where(one => one.ChannelId == row.ChannelId && one.ReadingId == reading)
            .OrderByDescending(one => one.ThreadTs).Take(mostThreads).ToListAsync(stop);
        var created = await unit.Db.Channels.Where(channel => channel.ChannelId == row.ChannelId).Select(channel => channel.CreatedAt).SingleOrDefaultAsync(stop);
        return new(row, threads) { Created = created };
    }
}
