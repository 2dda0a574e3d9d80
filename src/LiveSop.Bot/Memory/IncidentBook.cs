using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Mappings;
using LiveSop.Bot.Storage.Vectors;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Memory;

/// <summary>The incidents of one channel as they are remembered: by their first messages, with what was asked and how it ended.</summary>
internal sealed class IncidentBook(UnitOfWork unit, WorkspaceId workspace, ChannelId channel)
{
    private const int LongestText = 20_000;
    private const int LongestRequest = 1_000;

    private const string Keep = """
        INSERT INTO incidents AS i (workspace_id, incident_id, channel_id, thread_ts, opened_at, closed_at, request, ended, text)
        SELECT $1, t.id, $2, t.thread, t.opened, t.closed, t.request, t.ended, t.text
        FROM unnest($3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::text[], $9::text[]) AS t(id, thread, opened, closed, request, ended, text)
        ON CONFLICT (workspace_id, incident_id) DO UPDATE SET closed_at = excluded.closed_at, request = excluded.request, ended = excluded.ended, text = excluded.text
        WHERE (i.text, i.request, i.ended) IS DISTINCT FROM (excluded.text, excluded.request, excluded.ended)
        """;

    // A request that reads otherwise means something else.
    private const string Outdated = """
        DELETE FROM incident_vectors v USING unnest($2::text[], $3::text[]) AS t(id, request), incidents i
        WHERE v.workspace_id = $1 AND v.incident_id = t.id AND i.workspace_id = $1 AND i.incident_id = t.id AND i.request <> t.request
        """;

    /// <summary>All that the channel has.</summary>
    public async Task ReplaceAsync(IReadOnlyList<Incident> talks, CancellationToken stop)
    {
        var kept = talks.Where(Chatter.IsIncident).ToList();
        await ForgetAsync("NOT (incident_id = ANY($3))", [.. kept.Select(one => one.Id)], stop);
        await WriteAsync(kept, stop);
    }

    /// <summary>What changed; of the rest nothing.</summary>
    public async Task KeepAsync(Touched touched, CancellationToken stop)
    {
        var kept = touched.Talks.Where(Chatter.IsIncident).ToList();
        var ids = touched.Roots.Select(root => $"{channel}:{root}").Concat(touched.Talks.Select(talk => talk.Id)).Except(kept.Select(one => one.Id), StringComparer.Ordinal);
        await ForgetAsync("incident_id = ANY($3)", [.. ids], stop);
        await WriteAsync(kept, stop);
    }

    private async Task ForgetAsync(string which, string[] ids, CancellationToken stop)
    {
        foreach (var table in new[] { "incident_vectors", "incidents" }) await unit.RunAsync($"DELETE FROM {table} WHERE workspace_id = $1 AND channel_id = $2 AND {which}", stop, workspace.Value, channel.Value, ids);
    }

    private async Task WriteAsync(IReadOnlyList<Incident> talks, CancellationToken stop)
    {
        string[] ids = [.. talks.Select(talk => talk.Id)], requests = [.. talks.Select(Request)];
        await unit.RunAsync(Outdated, stop, workspace.Value, ids, requests);
        await unit.RunAsync(Keep, stop, workspace.Value, channel.Value, ids, talks.Select(talk => talk.Id[(talk.Id.LastIndexOf(':') + 1)..]).ToArray(), talks.Select(talk => talk.StartedAt).ToArray(),
            talks.Select(talk => talk.Messages[^1].At).ToArray(), requests, talks.Select(talk => SnakeCase.Of(Ending.Of(talk).ToString())).ToArray(), talks.Select(Text).ToArray());
    }

    /// <summary>What the requester said before anybody answered.</summary>
    private static string Request(Incident talk) => Within(string.Join('\n', talk.Messages.TakeWhile(message => message.Author.Equals(talk.Requester)).Select(message => message.Text)), LongestRequest);

    private static string Text(Incident talk) => Within(string.Join('\n', talk.Messages.Select(message => message.Text)), LongestText);

    private static string Within(string text, int most) => text.Length > most ? text[..most] : text;

    public static async Task<List<(string Id, string Channel, string Request)>> WithoutVectorAsync(UnitOfWork unit, WorkspaceId workspace, string model, int most, CancellationToken stop) => await unit.ReadAsync("""
        SELECT i.incident_id, i.channel_id, i.request FROM incidents i LEFT JOIN incident_vectors v ON v.workspace_id = $1 AND v.incident_id = i.incident_id
        WHERE i.workspace_id = $1 AND v.model IS DISTINCT FROM $2 ORDER BY i.opened_at DESC LIMIT $3
        """, row => (row.GetString(0), row.GetString(1), row.GetString(2)), stop, workspace.Value, model, most);

    public static async Task GiveAsync(UnitOfWork unit, WorkspaceId workspace, string model, IReadOnlyList<(string Id, string Channel, HalfVector Vector)> given, CancellationToken stop)
    {
        foreach (var (id, where, vector) in given)
            await unit.RunAsync("""
                INSERT INTO incident_vectors (workspace_id, incident_id, channel_id, model, embedding) SELECT $1, $2, $3, $4, $5::text::halfvec WHERE EXISTS (SELECT FROM incidents WHERE workspace_id = $1 AND incident_id = $2)
                ON CONFLICT (workspace_id, incident_id) DO UPDATE SET model = excluded.model, embedding = excluded.embedding
                """, stop, workspace.Value, id, where, model, vector.ToString());
    }
}
