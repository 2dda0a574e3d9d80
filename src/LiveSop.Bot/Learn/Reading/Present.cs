using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Reading;

/// <summary>
/// A stretch of a channel, or of a thread, as Slack has it now. Written down, it replaces what was there: what was edited reads as it does now, and what
/// is there no more was deleted while nobody listened.
/// </summary>
/// <param name="thread">Null for the channel's own messages.</param>
internal sealed class Present(Installation installation, ChannelId channel, MessageTs? thread, IReadOnlyList<SlackMessage> messages)
{
    /// <summary>Slack's history may lag behind its events: what is so new is not missed in it.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(1);

    /// <summary>What somebody else said.</summary>
    private readonly List<SlackMessage> said = [.. messages.Where(message => message.IsSpeech && !message.IsTombstone && !installation.Self.Wrote(message))];

    /// <summary>How much of it is worth remembering, without replies that the channel was shown too.</summary>
    public int Roots => said.Count(message => !message.IsReply);

    public int Replies => said.Count(message => message.IsReply);

    private const string Missing = """
        SELECT ts FROM messages WHERE workspace_id = $1 AND channel_id = $2 AND deleted_at IS NULL AND ts > $3 AND ts < $4 AND ts <> ALL($5) AND posted_at < $6
          AND CASE WHEN $7::text IS NULL THEN thread_ts IS NULL OR thread_ts = ts ELSE thread_ts = $7 AND thread_ts <> ts END
        """;

    /// <param name="after">Where the stretch begins.</param>
    /// <param name="before">Where it ends. Both bounds are outside it.</param>
    public async Task WriteAsync(UnitOfWork unit, MessageTs after, MessageTs before, DateTimeOffset now, CancellationToken stop)
    {
        var transcript = new Transcript(unit, installation.Workspace);
        foreach (var message in said) transcript.Hear(SaidMessage.Of(channel, message));
        List<MessageTs> gone = [.. messages.Where(message => message.IsTombstone).Select(message => message.Ts), .. await MissingAsync(unit, after, before, now, stop)];
        foreach (var ts in gone) transcript.Unhear(channel, ts);
        await transcript.WriteAsync(now, stop);
        await RememberTalk.AskAsync(new Jobs(unit, installation.Workspace, now), now, stop);
        await TakeBack.RunAsync(unit, installation.Workspace, [.. gone.Select(ts => (channel, ts))], new Effects(unit, installation.Workspace, now), stop);
    }

    private Task<List<MessageTs>> MissingAsync(UnitOfWork unit, MessageTs after, MessageTs before, DateTimeOffset now, CancellationToken stop) =>
        unit.ReadAsync(Missing, row => new MessageTs(row.GetString(0)), stop,
            installation.Workspace.Value, channel.Value, after.Value, before.Value, messages.Select(message => message.Ts.Value).ToArray(), now - Lag, thread?.Value);
}
