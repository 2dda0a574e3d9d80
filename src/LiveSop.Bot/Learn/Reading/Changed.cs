using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>Which threads have changed since they were heard. That a reply was edited shows nowhere but in the thread: those that were alive lately are read in any case.</summary>
internal static class Changed
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    private const string Heard = """
        SELECT thread_ts, count(*)::int, max(ts) FROM messages
        WHERE workspace_id = $1 AND channel_id = $2 AND thread_ts = ANY($3) AND ts <> thread_ts AND deleted_at IS NULL GROUP BY thread_ts
        """;

    public static async Task<IReadOnlyList<SlackMessage>> ThreadsAsync(UnitOfWork unit, ReadingRow reading, IReadOnlyList<SlackMessage> roots, CancellationToken stop)
    {
        var heard = (await unit.ReadAsync(Heard, row => (Thread: row.GetString(0), Replies: row.GetInt32(1), Latest: row.GetString(2)), stop,
            reading.WorkspaceId.Value, reading.ChannelId.Value, roots.Select(root => root.Ts.Value).ToArray())).ToDictionary(thread => thread.Thread, StringComparer.Ordinal);
        return [.. roots.Where(root => !heard.TryGetValue(root.Ts.Value, out var known) || known.Replies != root.ReplyCount || known.Latest != root.LatestReply?.Value
            || root.LatestReply is { } latest && latest.At > AliveFrom(reading))];
    }

    /// <summary>A day before the absence; the day before it ended, where it was short.</summary>
    private static DateTimeOffset AliveFrom(ReadingRow reading)
    {
        var (shortly, before) = (reading.BegunAt - Lately, reading.BackTo + Readings.LookBack - Lately);
        return before < shortly ? before : shortly;
    }
}
