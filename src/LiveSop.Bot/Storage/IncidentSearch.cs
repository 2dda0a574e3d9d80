using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage.Vectors;
using Npgsql;

namespace LiveSop.Bot.Storage;

/// <summary>What is looked for.</summary>
/// <param name="Text">Any words; an incident need not have all of them. Only the first 2,000 characters count.</param>
/// <param name="Meaning">The same as a vector, of <see cref="IncidentVectorRow.Dimensions"/>; null: by words alone.</param>
/// <param name="Model">Which embedder made <paramref name="Meaning"/>; vectors of others are passed over.</param>
/// <param name="Limit">1 to 40.</param>
internal sealed record IncidentQuery(string Text, HalfVector? Meaning, string Model, int Limit = 10);

/// <param name="Score">Higher is better; comparable within one search only. At most 2/61.</param>
internal sealed record IncidentHit(string IncidentId, ChannelId Channel, MessageTs? Thread, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, double Score);

/// <summary>
/// Finds incidents by meaning and by words, and fuses both orders by reciprocal rank (Cormack, Clarke and Büttcher, 2009; k = 60).
/// The scope decides what is found: a viewer gets what that person may read.
/// </summary>
internal static class IncidentSearch
{
    // Every vector of the workspace is compared: exact, and up to some 20,000 incidents faster than an index that row security then filters.
    // MATERIALIZED: or the planner might compare first and ask for the workspace afterwards.
    private const string Sql = """
        WITH distances AS MATERIALIZED (
            SELECT incident_id, embedding <=> $2 AS distance FROM incident_vectors WHERE workspace_id = $1 AND model = $3 AND $2 IS NOT NULL),
        meaning AS (
            SELECT incident_id, row_number() OVER (ORDER BY distance, incident_id) AS rank
            FROM (SELECT * FROM distances WHERE distance < 'NaN' ORDER BY distance, incident_id LIMIT 40) nearest),
        sought AS (SELECT replace(plainto_tsquery('english', $4)::text, ' & ', ' | ')::tsquery AS query),
        words AS (
            SELECT incident_id, row_number() OVER (ORDER BY score DESC, incident_id) AS rank
            FROM (SELECT incident_id, ts_rank_cd(search, query) AS score FROM incidents, sought
                  WHERE workspace_id = $1 AND search @@ query ORDER BY score DESC, incident_id LIMIT 40) likeliest),
        fused AS (
            SELECT incident_id, coalesce(1.0 / (60 + meaning.rank), 0) + coalesce(1.0 / (60 + words.rank), 0) AS score
            FROM meaning FULL JOIN words USING (incident_id))
        SELECT incident_id, channel_id, thread_ts, opened_at, closed_at, score::float8
        FROM fused JOIN incidents USING (incident_id) WHERE workspace_id = $1 ORDER BY score DESC, incident_id LIMIT $5
        """;

    private const int LongestText = 2_000;

    /// <param name="unit">In a scope of a workspace.</param>
    /// <returns>The best first.</returns>
    public static async Task<IReadOnlyList<IncidentHit>> FindAsync(UnitOfWork unit, IncidentQuery query, CancellationToken stop)
    {
        var text = query.Text.Length > LongestText ? query.Text[..LongestText] : query.Text;
        await using var command = unit.Command(Sql, WorkspaceOf(unit.Scope).Value);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)query.Meaning ?? DBNull.Value, DataTypeName = "halfvec" });
        command.Parameters.Add(new NpgsqlParameter { Value = query.Model });
        command.Parameters.Add(new NpgsqlParameter { Value = text.Replace('\0', ' ') });
        command.Parameters.Add(new NpgsqlParameter { Value = query.Limit });
        await using var reader = await command.ExecuteReaderAsync(stop);
        var hits = new List<IncidentHit>();
        while (await reader.ReadAsync(stop)) hits.Add(Read(reader));
        return hits;
    }

    private static WorkspaceId WorkspaceOf(Scope scope) => scope switch
    {
        Scope.Viewer viewer => viewer.Workspace,
        Scope.Miner miner => miner.Workspace,
        _ => throw new InvalidOperationException("A search needs a workspace; enter one."),
    };

    private static IncidentHit Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        new ChannelId(row.GetString(1)),
        row.IsDBNull(2) ? null : new MessageTs(row.GetString(2)),
        row.GetFieldValue<DateTimeOffset>(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4),
        row.GetDouble(5));
}
