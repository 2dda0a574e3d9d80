using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Vectors;
using Npgsql;

namespace LiveSop.Bot.Memory.Indexing;

/// <summary>Makes the vectors that incidents lack, or have of another embedder, batch after batch. Broken off anywhere, it goes on there.</summary>
internal sealed class IncidentVectors(Database database, Embeddings embeddings)
{
    private const int MostAtOnce = 256;

    private const string Lacking = """
        SELECT i.incident_id, i.channel_id, i.text FROM incidents i
        WHERE i.workspace_id = $1 AND i.incident_id COLLATE "C" > $2 AND ($3::text[] IS NULL OR i.incident_id = ANY($3))
          AND NOT EXISTS (SELECT FROM incident_vectors v WHERE v.workspace_id = $1 AND v.incident_id = i.incident_id AND v.model = $4)
        ORDER BY i.incident_id COLLATE "C" LIMIT $5
        """;

    // An incident may have gone or changed while its vector was made elsewhere.
    private const string Put = """
        INSERT INTO incident_vectors AS v (workspace_id, incident_id, channel_id, model, embedding)
        SELECT $1, i.incident_id, i.channel_id, $2, t.embedding::halfvec FROM unnest($3::text[], $4::text[], $5::text[]) AS t (id, text, embedding)
        JOIN incidents i ON i.workspace_id = $1 AND i.incident_id = t.id AND i.text = t.text
        ON CONFLICT (workspace_id, incident_id) DO UPDATE SET channel_id = excluded.channel_id, model = excluded.model, embedding = excluded.embedding
        """;

    /// <param name="incidents">Of these alone; null for all of the workspace.</param>
    /// <exception cref="EmbeddingException">There are none to be had now.</exception>
    public async Task MakeAsync(WorkspaceId workspace, IReadOnlyCollection<string>? incidents, CancellationToken stop)
    {
        var last = "";
        while (await LackingAsync(workspace, last, incidents, stop) is { Count: > 0 } lacking)
        {
            var vectors = await embeddings.OfAsync([.. lacking.Select(one => one.Text)], stop);
            await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
            await PutAsync(unit, workspace, lacking, vectors, stop);
            await unit.CommitAsync(stop);
            last = lacking[^1].Id;
        }
    }

    private async Task<List<(string Id, string Text)>> LackingAsync(WorkspaceId workspace, string last, IReadOnlyCollection<string>? incidents, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        await using var command = unit.Command(Lacking, workspace.Value, last);
        command.Parameters.Add(new NpgsqlParameter { Value = incidents is null ? DBNull.Value : incidents.ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = embeddings.Model });
        command.Parameters.Add(new NpgsqlParameter { Value = MostAtOnce });
        await using var rows = await command.ExecuteReaderAsync(stop);
        var lacking = new List<(string, string)>();
        while (await rows.ReadAsync(stop)) lacking.Add((rows.GetString(0), rows.GetString(2)));
        return lacking;
    }

    private Task PutAsync(UnitOfWork unit, WorkspaceId workspace, List<(string Id, string Text)> incidents, IReadOnlyList<HalfVector> vectors, CancellationToken stop) => unit.RunAsync(Put, stop,
        workspace.Value, embeddings.Model, incidents.Select(one => one.Id).ToArray(), incidents.Select(one => one.Text).ToArray(), vectors.Select(vector => vector.ToString()).ToArray());
}
