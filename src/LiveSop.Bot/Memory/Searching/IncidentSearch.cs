using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Mappings;
using LiveSop.Bot.Storage.Vectors;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Memory;
using Npgsql;
using NpgsqlTypes;

namespace LiveSop.Bot.Memory.Searching;

/// <summary>What is looked for.</summary>
/// <param name="Model">Which embedder made <see cref="Meaning"/>; vectors of others are passed over.</param>
internal sealed record SoughtIncidents(WorkspaceId Workspace, TellingWords Words, string Model)
{
    /// <summary>Null: by words alone.</summary>
    public HalfVector? Meaning { get; init; }

    /// <summary>The id of one that is not wanted.</summary>
    public string? Except { get; init; }

    /// <summary>From these alone; null for all that the scope lets see.</summary>
    public IReadOnlyCollection<ChannelId>? Channels { get; init; }

    /// <summary>The workspace has so many that they are not compared one by one.</summary>
    public bool HasIndex { get; init; }
}

/// <param name="Text">Its beginning, which decides.</param>
/// <param name="Distance">Of its meaning, by cosine; null where it is not known.</param>
internal sealed record FoundIncident(string Id, ChannelId Channel, MessageTs? Thread, string Title, string Text, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, Outcome Outcome, double? Distance);

/// <summary>Brings up the incidents that words or meaning may be about, in one statement. The scope decides what is found.</summary>
internal static class IncidentSearch
{
    // Every vector of the workspace is compared: exact, and up to some 20,000 incidents faster than an index that row security then filters.
    // MATERIALIZED: or the planner might compare first and ask for the workspace afterwards.
    private const string Compared = """
        distances AS MATERIALIZED (
            SELECT incident_id, embedding <=> $2 AS distance FROM {0}
            WHERE model = $3 AND $2 IS NOT NULL AND incident_id <> $8),
        meaning AS (SELECT incident_id FROM distances WHERE distance < 'NaN' ORDER BY distance, incident_id LIMIT 60)
        """;

    private const string OfAll = "(SELECT * FROM incident_vectors WHERE workspace_id = $1) AS near";

    // The id of an incident begins with its channel's, so that those of a channel lie side by side in the primary key. OFFSET 0: or the planner might go through all.
    private const string OfChannels = """
        unnest($7::text[]) AS place CROSS JOIN LATERAL (
            SELECT * FROM incident_vectors WHERE workspace_id = $1 AND incident_id >= (place || ':') COLLATE "C" AND incident_id < (place || ';') COLLATE "C" OFFSET 0) AS near
        """;

    // The index is of this workspace and model alone, so both must stand in the statement as it is planned.
    private static string Indexed(SoughtIncidents sought) => $"""
        meaning AS MATERIALIZED (
            SELECT incident_id FROM incident_vectors
            WHERE workspace_id = {Sql.Quoted(sought.Workspace.Value)} AND model = {Sql.Quoted(sought.Model)} AND incident_id <> $8 AND ($7::text[] IS NULL OR channel_id = ANY($7))
            ORDER BY embedding <=> $2 LIMIT 60)
        """;

    // Asking for each word beats taking the words of each incident apart: 16 questions cost less than 100 rows.
    private static string ByWords(int words) => words == 0 ? "words AS (SELECT ''::text AS incident_id WHERE false)" : $"""
        words AS (
            SELECT incident_id FROM (
                SELECT incident_id, {string.Join(" + ", Enumerable.Range(1, words).Select(word => $"CASE WHEN words @@ ($4::text[])[{word}]::tsquery THEN ($5::float8[])[{word}] ELSE 0 END"))} AS score
                FROM (SELECT incident_id, words FROM incidents
                      WHERE workspace_id = $1 AND words @@ $6::tsquery AND incident_id <> $8 AND ($7::text[] IS NULL OR channel_id = ANY($7)) LIMIT 2000) AS worth_a_look
                ORDER BY score DESC, incident_id LIMIT 100) AS likeliest)
        """;

    private const string Found = """
        SELECT i.incident_id, i.channel_id, i.thread_ts, i.title, left(i.text, 2000), i.opened_at, i.closed_at, i.outcome, nullif(v.embedding <=> $2, 'NaN')
        FROM (SELECT incident_id FROM meaning UNION SELECT incident_id FROM words) AS found
        JOIN incidents i ON i.workspace_id = $1 AND i.incident_id = found.incident_id
        LEFT JOIN incident_vectors v ON v.workspace_id = $1 AND v.incident_id = found.incident_id AND v.model = $3
        ORDER BY i.incident_id
        """;

    // The plan depends on the workspace. With an index, filters that it does not know are gone on past (iterative scan); ef_search of 100 finds nearly all.
    private const string Settings = """
        SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.ef_search', '100', true)
        """;

    private const string Cases = """
        SELECT c.case_id, min(s.number) FROM sop_cases c JOIN sops s ON s.workspace_id = c.workspace_id AND s.sop_id = c.sop_id
        WHERE c.workspace_id = $1 AND c.case_id = ANY($2) AND s.state = 'published' GROUP BY c.case_id
        """;

    /// <param name="unit">In a scope of the workspace.</param>
    /// <returns>In no order.</returns>
    public static async Task<IReadOnlyList<FoundIncident>> FindAsync(UnitOfWork unit, SoughtIncidents sought, CancellationToken stop)
    {
        if (sought.Words.Groups.Count == 0 && sought.Meaning is null) return [];
        await using var batch = new NpgsqlBatch(unit.Connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Settings));
        batch.BatchCommands.Add(Command(sought));
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        var found = new List<FoundIncident>();
        while (await reader.ReadAsync(stop)) found.Add(Read(reader));
        return found;
    }

    /// <summary>Of which procedures in force these are cases, by number, as far as the scope lets see.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> SopsAsync(UnitOfWork unit, string[] incidents, CancellationToken stop) => incidents.Length == 0
        ? new Dictionary<string, int>(StringComparer.Ordinal)
        : (await unit.ReadAsync(Cases, row => (Id: row.GetString(0), Number: row.GetInt32(1)), stop, WorkspaceOf(unit.Scope).Value, incidents)).ToDictionary(one => one.Id, one => one.Number, StringComparer.Ordinal);

    public static WorkspaceId WorkspaceOf(Scope scope) => scope switch
    {
        Scope.Viewer viewer => viewer.Workspace,
        Scope.Miner miner => miner.Workspace,
        _ => throw new InvalidOperationException("A search needs a workspace; enter one."),
    };

    private static NpgsqlBatchCommand Command(SoughtIncidents sought)
    {
        var meaning = sought is { HasIndex: true, Meaning: not null } ? Indexed(sought) : Compared.Replace("{0}", sought.Channels is null ? OfAll : OfChannels, StringComparison.Ordinal);
        var words = sought.Words.Groups.Count == 0 ? [] : sought.Words.Words;
        var command = new NpgsqlBatchCommand($"WITH {meaning}, {ByWords(words.Count)} {Found}");
        foreach (var value in new[]
        {
            new NpgsqlParameter { Value = sought.Workspace.Value },
            new NpgsqlParameter { Value = (object?)sought.Meaning ?? DBNull.Value, DataTypeName = "halfvec" },
            new NpgsqlParameter { Value = sought.Model },
            new NpgsqlParameter { Value = words.Select(one => IndexWords.Query(one.Word)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            new NpgsqlParameter { Value = words.Select(one => one.Weight).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double },
            new NpgsqlParameter { Value = words.Count == 0 ? "" : IndexWords.Query(sought.Words.Groups, sought.Workspace), NpgsqlDbType = NpgsqlDbType.Text },
            new NpgsqlParameter { Value = (object?)sought.Channels?.Select(channel => channel.Value).ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            new NpgsqlParameter { Value = sought.Except ?? "" },
        })
            command.Parameters.Add(value);
        return command;
    }

    private static FoundIncident Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        new ChannelId(row.GetString(1)),
        row.IsDBNull(2) ? null : new MessageTs(row.GetString(2)),
        row.GetString(3),
        row.GetString(4),
        row.GetFieldValue<DateTimeOffset>(5),
        row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
        EnumText<Outcome>.Read(row.GetString(7)),
        row.IsDBNull(8) ? null : row.GetDouble(8));
}
