using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Memory;

namespace LiveSop.Bot.Memory.Indexing;

/// <summary>The incidents that can be searched. What stands there already as it reads now is not written again.</summary>
internal sealed class IncidentShelf(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now)
{
    private const string Gone = """
        WITH gone AS (DELETE FROM incidents WHERE workspace_id = $1 AND channel_id = $2 AND incident_id <> ALL($3) AND {0} RETURNING incident_id)
        DELETE FROM incident_vectors v USING gone WHERE v.workspace_id = $1 AND v.incident_id = gone.incident_id
        """;

    private static readonly string goneOfThreads = Gone.Replace("{0}", "thread_ts = ANY($4)", StringComparison.Ordinal);
    private static readonly string goneOfStretch = Gone.Replace("{0}", "thread_ts IS NULL AND opened_at >= $4 AND opened_at <= $5", StringComparison.Ordinal);

    // What it meant before its words changed is not what it means.
    private const string Changed = """
        DELETE FROM incident_vectors v USING incidents i, unnest($2::text[], $3::text[]) AS t (id, text)
        WHERE v.workspace_id = $1 AND v.incident_id = t.id AND i.workspace_id = $1 AND i.incident_id = t.id AND i.text <> t.text
        """;

    private const string Put = """
        INSERT INTO incidents AS i (workspace_id, incident_id, channel_id, thread_ts, opened_at, closed_at, outcome, title, text, words)
        SELECT $1, t.id, t.channel, t.thread, t.opened, t.closed, t.outcome, t.title, t.text, array_to_tsvector(string_to_array(t.words, ' '))
        FROM unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[])
          AS t (id, channel, thread, opened, closed, outcome, title, text, words)
        ON CONFLICT (workspace_id, incident_id) DO UPDATE SET channel_id = excluded.channel_id, thread_ts = excluded.thread_ts, opened_at = excluded.opened_at,
          closed_at = excluded.closed_at, outcome = excluded.outcome, title = excluded.title, text = excluded.text, words = excluded.words
        WHERE (i.channel_id, i.thread_ts, i.opened_at, i.closed_at, i.outcome, i.title, i.text, i.words)
          IS DISTINCT FROM (excluded.channel_id, excluded.thread_ts, excluded.opened_at, excluded.closed_at, excluded.outcome, excluded.title, excluded.text, excluded.words)
        """;

    /// <summary>Replaces what stood there of the same talk.</summary>
    public async Task PutAsync(ChangedTalk talk, CancellationToken stop)
    {
        var ids = talk.Incidents.Select(one => one.Id).ToArray();
        if (talk.Threads.Count > 0) await unit.RunAsync(goneOfThreads, stop, workspace.Value, talk.Channel.Value, ids, talk.Threads.Select(thread => thread.Value).ToArray());
        foreach (var stretch in talk.Stretches) await unit.RunAsync(goneOfStretch, stop, workspace.Value, talk.Channel.Value, ids, stretch.From, stretch.To);
        await PutAsync([.. talk.Incidents.Select(one => ShelvedIncident.Of(one, talk.Channel, now))], stop);
    }

    /// <param name="incidents">Each once.</param>
    public async Task PutAsync(IReadOnlyList<ShelvedIncident> incidents, CancellationToken stop)
    {
        if (incidents.Count == 0) return;
        var (ids, texts) = (incidents.Select(one => one.Id).ToArray(), incidents.Select(one => Storable(one.Text.Text)).ToArray());
        await unit.RunAsync(Changed, stop, workspace.Value, ids, texts);
        await unit.RunAsync(Put, stop, workspace.Value, ids,
            incidents.Select(one => one.Channel.Value).ToArray(),
            incidents.Select(one => one.Thread?.Value).ToArray(),
            incidents.Select(one => one.OpenedAt).ToArray(),
            incidents.Select(one => one.ClosedAt).ToArray(),
            incidents.Select(one => one.Outcome.ToString().ToLowerInvariant()).ToArray(),
            incidents.Select(one => Storable(one.Text.Title)).ToArray(),
            texts,
            incidents.Select(one => IndexWords.Of(one.Text, workspace)).ToArray());
    }

    /// <summary>Postgres keeps no NUL; the comparison with what is stored must not stumble over it.</summary>
    private static string Storable(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}

/// <summary>An incident as it is kept.</summary>
/// <param name="Thread">Null for un-threaded talk.</param>
internal sealed record ShelvedIncident(string Id, ChannelId Channel, MessageTs? Thread, DateTimeOffset OpenedAt, RememberedText Text)
{
    public DateTimeOffset? ClosedAt { get; init; }

    public Outcome Outcome { get; init; }

    public static ShelvedIncident Of(Incident incident, ChannelId channel, DateTimeOffset now)
    {
        var outcome = Endings.Of(incident, now);
        var thread = incident.Messages[0].Thread is { } root ? new MessageTs(root) : (MessageTs?)null;
        return new(incident.Id, channel, thread, incident.StartedAt, RememberedText.Of(incident)) { Outcome = outcome, ClosedAt = Endings.ClosedAt(incident, outcome) };
    }
}
