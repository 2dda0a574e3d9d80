using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Markup;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Storage;

/// <summary>A message as Slack has it: markup unresolved, since names change and the message does not.</summary>
/// <param name="Author">Null for what has no user behind it, such as a webhook.</param>
/// <param name="AuthorName">What an app called itself; null for people, whose names stand in the directory.</param>
/// <param name="Edited">When it was last edited, as a <c>ts</c>; null where it never was.</param>
internal sealed record SaidMessage(ChannelId Channel, MessageTs Ts, MessageTs? Thread, UserId? Author, string? AuthorName, bool IsApp, string Text, MessageTs? Edited)
{
    public static SaidMessage Of(ChannelId channel, SlackMessage message) => new(
        channel,
        message.Ts,
        message.ThreadTs,
        message.User,
        message.User is null || message.BotId is not null ? message.BotName : null,
        message.BotId is not null,
        MessageText.Unresolved(message.Said),
        message.EditedTs);
}

/// <summary>
/// What was said in one workspace. Whatever order news of a message comes in, and however often, the same remains: the latest edit wins, a deletion
/// wins over all. Gathered, and written at once.
/// </summary>
internal sealed class Transcript(UnitOfWork unit, WorkspaceId workspace)
{
    private const string Say = """
        INSERT INTO messages AS m (workspace_id, channel_id, ts, thread_ts, author_id, author_name, is_app, posted_at, text, edited_ts, heard_at)
        SELECT $1, t.*, $11 FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bool[], $8::timestamptz[], $9::text[], $10::text[])
          AS t(channel_id, ts, thread_ts, author_id, author_name, is_app, posted_at, text, edited_ts)
        ON CONFLICT (workspace_id, channel_id, ts) DO UPDATE SET
          text = CASE WHEN coalesce(excluded.edited_ts, '') COLLATE "C" > coalesce(m.edited_ts, '') COLLATE "C" THEN excluded.text ELSE m.text END,
          edited_ts = CASE WHEN coalesce(excluded.edited_ts, '') COLLATE "C" > coalesce(m.edited_ts, '') COLLATE "C" THEN excluded.edited_ts ELSE m.edited_ts END,
          thread_ts = coalesce(m.thread_ts, excluded.thread_ts),
          heard_at = excluded.heard_at
        WHERE m.deleted_at IS NULL
          AND (coalesce(excluded.edited_ts, '') COLLATE "C" > coalesce(m.edited_ts, '') COLLATE "C" OR (m.thread_ts IS NULL AND excluded.thread_ts IS NOT NULL))
        """;

    // Deleted before it was heard of: a tombstone alone, so that news of the message that comes later changes nothing.
    private const string Unsay = """
        INSERT INTO messages AS m (workspace_id, channel_id, ts, is_app, posted_at, text, deleted_at, heard_at)
        SELECT $1, t.channel_id, t.ts, false, t.posted_at, '', $5, $5 FROM unnest($2::text[], $3::text[], $4::timestamptz[]) AS t(channel_id, ts, posted_at)
        ON CONFLICT (workspace_id, channel_id, ts) DO UPDATE SET text = '', author_name = NULL, deleted_at = coalesce(m.deleted_at, excluded.deleted_at), heard_at = excluded.heard_at
        """;

    private readonly Dictionary<(ChannelId, MessageTs), SaidMessage> said = [];
    private readonly HashSet<(ChannelId Channel, MessageTs Ts)> unsaid = [];

    public void Hear(SaidMessage message)
    {
        var key = (message.Channel, message.Ts);
        if (!said.TryGetValue(key, out var known))
        {
            said[key] = message;
            return;
        }
        var latest = (message.Edited ?? default).CompareTo(known.Edited ?? default) > 0 ? message : known;
        said[key] = latest with { Thread = known.Thread ?? message.Thread };
    }

    public void Unhear(ChannelId channel, MessageTs ts) => unsaid.Add((channel, ts));

    public async Task WriteAsync(DateTimeOffset now, CancellationToken stop)
    {
        if (said.Count > 0) await SayAsync([.. said.Values], now, stop);
        if (unsaid.Count > 0) await UnsayAsync([.. unsaid], now, stop);
        said.Clear();
        unsaid.Clear();
    }

    private Task SayAsync(List<SaidMessage> messages, DateTimeOffset now, CancellationToken stop) => unit.RunAsync(Say, stop, workspace.Value,
        messages.Select(message => message.Channel.Value).ToArray(),
        messages.Select(message => message.Ts.Value).ToArray(),
        messages.Select(message => message.Thread?.Value).ToArray(),
        messages.Select(message => message.Author?.Value).ToArray(),
        messages.Select(message => message.AuthorName).ToArray(),
        messages.Select(message => message.IsApp).ToArray(),
        messages.Select(message => message.Ts.At).ToArray(),
        messages.Select(message => message.Text).ToArray(),
        messages.Select(message => message.Edited?.Value).ToArray(),
        now);

    private Task UnsayAsync(List<(ChannelId Channel, MessageTs Ts)> messages, DateTimeOffset now, CancellationToken stop) => unit.RunAsync(Unsay, stop, workspace.Value,
        messages.Select(message => message.Channel.Value).ToArray(),
        messages.Select(message => message.Ts.Value).ToArray(),
        messages.Select(message => message.Ts.At).ToArray(),
        now);
}
