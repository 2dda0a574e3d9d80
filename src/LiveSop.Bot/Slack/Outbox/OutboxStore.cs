using System.Text.Json;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>An effect about to be sent.</summary>
/// <param name="Effect">Null where this version cannot read it: written by a newer one.</param>
/// <param name="BegunBefore">An earlier attempt began, and its end is not known.</param>
/// <param name="Attempt">Numbers the attempts. Whoever has the last number has the effect; what others find out counts no more.</param>
internal sealed record Outgoing(WorkItem Work, Guid Id, Effect? Effect, bool BegunBefore, int Attempt, DateTimeOffset Created)
{
    public string Kind => Effect?.GetType().Name ?? "kind unknown here";
}

/// <summary>The outbox's rows.</summary>
internal static class OutboxStore
{
    // That an attempt begins is committed before it does: whoever finds 'sending' later knows that it may have happened.
    private const string Begin = """
        UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, attempted_at = $3 FROM outbox before
        WHERE o.workspace_id = $1 AND o.effect_id = ANY($2) AND before.workspace_id = o.workspace_id AND before.effect_id = o.effect_id AND o.state IN ('waiting', 'sending')
        RETURNING o.effect_id, o.payload::text, before.state = 'sending', o.attempts, o.created_at
        """;

    private const string OfThisAttempt = "WHERE workspace_id = $1 AND effect_id = $2 AND attempts = $3 AND state = 'sending'";

    public static async Task<List<Outgoing>> BeginAsync(this UnitOfWork unit, WorkspaceId workspace, IReadOnlyList<WorkItem> items, DateTimeOffset now, CancellationToken stop)
    {
        var work = items.ToDictionary(item => Guid.Parse(item.Item));
        return await unit.ReadAsync(Begin,
            row => new Outgoing(work[row.GetGuid(0)], row.GetGuid(0), Read(row.GetString(1)), row.GetBoolean(2), row.GetInt32(3), row.GetFieldValue<DateTimeOffset>(4)),
            stop, workspace.Value, work.Keys.ToArray(), now);
    }

    /// <summary>Nothing that was said stays here once it is said there; where it stands does.</summary>
    /// <returns>False where another attempt has begun since.</returns>
    public static Task<bool> MarkSentAsync(this UnitOfWork unit, Outgoing outgoing, PostedAt? at, DateTimeOffset now, CancellationToken stop) => unit.MarkAsync(outgoing,
        "state = 'sent', sent_at = $4, message_ts = $5, payload = jsonb_strip_nulls(jsonb_build_object('posted_in', $6::text)), error = NULL", stop, now, at?.Ts.Value, at?.Channel.Value);

    /// <summary>Slack has the file's content, under that id, and nobody has been shown it yet. The content need not wait here any more.</summary>
    /// <inheritdoc cref="MarkSentAsync"/>
    public static Task<bool> MarkUploadedAsync(this UnitOfWork unit, Outgoing outgoing, string file, CancellationToken stop) =>
        unit.MarkAsync(outgoing, "payload = (payload #- '{file,content}') || jsonb_build_object('uploaded', $4::text)", stop, file);

    /// <summary>Whether a later effect waits in the lane of this one.</summary>
    public static async Task<bool> IsOvertakenAsync(this UnitOfWork unit, Outgoing outgoing, string lane, CancellationToken stop) =>
        (await unit.ReadAsync("SELECT EXISTS (SELECT FROM work_queue WHERE workspace_id = $1 AND kind = 'outbox' AND lane = $2 AND seq > $3)",
            row => row.GetBoolean(0), stop, outgoing.Work.Workspace.Value, lane, outgoing.Work.Seq))[0];

    /// <param name="unsure">The attempt, or one before it, may have happened all the same.</param>
    /// <inheritdoc cref="MarkSentAsync"/>
    public static Task<bool> MarkWaitingAsync(this UnitOfWork unit, Outgoing outgoing, string reason, bool unsure, CancellationToken stop) =>
        unit.MarkAsync(outgoing, "state = $4, error = $5", stop, unsure ? "sending" : "waiting", reason);

    /// <inheritdoc cref="MarkSentAsync"/>
    public static Task<bool> ParkAsync(this UnitOfWork unit, Outgoing outgoing, string reason, CancellationToken stop) =>
        unit.MarkAsync(outgoing, "state = 'parked', error = $4", stop, reason);

    /// <returns>Where the post with this key stands; null where it does not (yet).</returns>
    /// <remarks>The channel is null where a version posted it that did not note it.</remarks>
    public static async Task<(ChannelId? Channel, MessageTs Ts)?> PostedAsync(this UnitOfWork unit, WorkspaceId workspace, string key, CancellationToken stop)
    {
        var found = await unit.ReadAsync("SELECT payload->>'posted_in', message_ts FROM outbox WHERE workspace_id = $1 AND key = $2 AND state = 'sent' AND message_ts IS NOT NULL",
            row => ((ChannelId?)(row.IsDBNull(0) ? null : new ChannelId(row.GetString(0))), new MessageTs(row.GetString(1))), stop, workspace.Value, key);
        return found is [var at] ? at : null;
    }

    /// <summary>
    /// What stands in Slack may be edited or taken back by its key, so that it is known for longer than what does not, and what asks for a decision as long as it
    /// asks. What was parked stays.
    /// </summary>
    /// <param name="stands">Whether posts are to be forgotten, or all the others.</param>
    /// <returns>How many were forgotten, at most so many as given.</returns>
    public static Task<int> ForgetSentAsync(this UnitOfWork unit, WorkspaceId workspace, bool stands, DateTimeOffset before, int most, CancellationToken stop) => unit.RunAsync("""
        DELETE FROM outbox o USING (
          SELECT effect_id FROM outbox
          WHERE workspace_id = $1 AND effect_id < $4 AND state = 'sent' AND sent_at < $2 AND (kind IN ('post', 'direct')) = $5
            AND NOT EXISTS (SELECT FROM review_cards r WHERE r.workspace_id = $1 AND r.key = outbox.key) ORDER BY effect_id LIMIT $3) old
        WHERE o.workspace_id = $1 AND o.effect_id = old.effect_id
        """, stop, workspace.Value, before, most, Guid.CreateVersion7(before), stands); // Ids begin with when they were made, so the key finds the old ones.

    private static async Task<bool> MarkAsync(this UnitOfWork unit, Outgoing outgoing, string values, CancellationToken stop, params object?[] more) =>
        await unit.RunAsync($"UPDATE outbox SET {values} {OfThisAttempt}", stop, [outgoing.Work.Workspace.Value, outgoing.Id, outgoing.Attempt, .. more]) > 0;

    private static Effect? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<Effect>(payload, EffectJson.Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
