using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Forgetting;

/// <summary>What was forgotten in a table.</summary>
internal readonly record struct Forgotten(string Table, int Rows);

/// <summary>Forgets for good, in one transaction, whatever the tables hold of a subject and whatever was derived from it. Needs the workspace's miner scope.</summary>
/// <remarks>
/// A table without a line for a subject holds nothing of it; a test asks the database which columns there are. Derived are incidents, their vectors and
/// what minings found: nobody can tell whose words are in it, so all of it goes, and is found anew from what remains.
/// </remarks>
internal static class Erasure
{
    /// <summary>An id as JSON holds it, so that none is found within another.</summary>
    private const string Named = "'%\"' || $2 || '\"%'";

    private const string NamedInEnvelope = "position(convert_to('\"' || $2 || '\"', 'UTF8') IN envelope) > 0";

    private const string WroteIn = "SELECT channel_id FROM messages WHERE workspace_id = $1 AND author_id = $2";

    /// <summary>What remains of the talk is remembered anew.</summary>
    private const string GoneThroughAgain = "WITH again AS (UPDATE workspaces SET remembered_to = NULL WHERE workspace_id = $1)";

    // Last: what is left to be done about what is no more.
    private const string Orphaned = """
        DELETE FROM work_queue q WHERE workspace_id = $1 AND CASE kind
            WHEN 'inbox' THEN NOT EXISTS (SELECT FROM inbox WHERE workspace_id = $1 AND dedup_key = q.item)
            WHEN 'outbox' THEN NOT EXISTS (SELECT FROM outbox WHERE workspace_id = $1 AND effect_id::text = q.item)
            ELSE NOT EXISTS (SELECT FROM jobs WHERE workspace_id = $1 AND job_id::text = q.item) END
        """;

    private static readonly Chore[] everything = [.. new[]
    {
        "spaces", "space_channels", "space_roles", "sops", "sop_sources", "sop_versions", "drafts", "edits", "review_cards", "evidence", "sop_cases", "preferences", "imports",
        "workspaces", "people", "channels", "channel_members", "messages", "readings", "threads_to_read", "matches", "runs", "incidents", "incident_vectors", "inbox", "outbox", "jobs", "work_queue",
    }.Select(table => new Chore(table, $"DELETE FROM {table} WHERE workspace_id = $1"))];

    private static readonly Chore[] ofChannel =
    [
        .. ChannelInSops.Chores,
        new("channels", "DELETE FROM channels WHERE workspace_id = $1 AND channel_id = $2"),
        new("channel_members", "DELETE FROM channel_members WHERE workspace_id = $1 AND channel_id = $2"),
        new("messages", "DELETE FROM messages WHERE workspace_id = $1 AND channel_id = $2"),
        new("matches", "DELETE FROM matches WHERE workspace_id = $1 AND channel_id = $2"),
        new("runs", "DELETE FROM runs WHERE workspace_id = $1 AND channel_id = $2"),
        new("incidents", "DELETE FROM incidents WHERE workspace_id = $1 AND channel_id = $2"),
        new("incident_vectors", "DELETE FROM incident_vectors WHERE workspace_id = $1 AND channel_id = $2"),
        new("inbox", $"DELETE FROM inbox WHERE workspace_id = $1 AND (lane = $2 OR {NamedInEnvelope})"),
        new("outbox", $"DELETE FROM outbox WHERE workspace_id = $1 AND (lane = $2 OR state = 'parked' OR payload::text LIKE {Named})"),
        new("jobs", $"""
            DELETE FROM jobs WHERE workspace_id = $1 AND (result IS NOT NULL OR payload::text LIKE {Named}
                OR payload ->> 'reading' IN (SELECT reading_id::text FROM readings WHERE workspace_id = $1 AND channel_id = $2))
            """),
        new("readings", "DELETE FROM readings WHERE workspace_id = $1 AND channel_id = $2"),
        new("threads_to_read", "DELETE FROM threads_to_read WHERE workspace_id = $1 AND channel_id = $2"),
        new("work_queue", Orphaned),
    ];

    private static readonly Chore[] ofPerson =
    [
        new("people", "DELETE FROM people WHERE workspace_id = $1 AND user_id = $2"),
        new("channel_members", "DELETE FROM channel_members WHERE workspace_id = $1 AND user_id = $2"),
        new("incident_vectors", $"DELETE FROM incident_vectors WHERE workspace_id = $1 AND channel_id IN ({WroteIn})"),
        new("incidents", $"{GoneThroughAgain} DELETE FROM incidents WHERE workspace_id = $1 AND channel_id IN ({WroteIn})"),
        new("matches", "DELETE FROM matches WHERE workspace_id = $1 AND (requester_id = $2 OR verdict_by = $2)"),
        new("runs", $"DELETE FROM runs WHERE workspace_id = $1 AND (owner_id = $2 OR body::text LIKE {Named})"),
        new("inbox", $"DELETE FROM inbox WHERE workspace_id = $1 AND (lane = $2 OR {NamedInEnvelope})"),
        new("outbox", $"DELETE FROM outbox WHERE workspace_id = $1 AND (lane = $2 OR state = 'parked' OR payload::text LIKE {Named} OR lane IN ({WroteIn}))"),
        new("jobs", $"DELETE FROM jobs WHERE workspace_id = $1 AND (result IS NOT NULL OR payload::text LIKE {Named})"),
        // A tombstone stays, so that no later news of the message brings its text back. It names nobody.
        new("messages", "UPDATE messages SET text = '', author_id = NULL, author_name = NULL, deleted_at = coalesce(deleted_at, $3) WHERE workspace_id = $1 AND author_id = $2"),
        new("work_queue", Orphaned),
    ];

    /// <summary>Which tables are looked through for it.</summary>
    public static IEnumerable<string> TablesOf(Subject subject) => Chores(subject).Select(chore => chore.Table).Concat(subject is Subject.OfPerson ? PersonInSops.Tables : []);

    /// <param name="now">When messages that become tombstones were deleted.</param>
    /// <returns>A line for each table that was looked through.</returns>
    public static async Task<IReadOnlyList<Forgotten>> EraseAsync(this UnitOfWork unit, WorkspaceId workspace, Subject subject, DateTimeOffset now, CancellationToken stop)
    {
        var forgotten = new List<Forgotten>();
        if (subject is Subject.OfPerson one) forgotten.AddRange(await PersonInSops.EraseAsync(unit, workspace, one.Person, stop));
        foreach (var (table, sql) in Chores(subject)) forgotten.Add(new Forgotten(table, await unit.RunAsync(sql, stop, Values(sql, workspace.Value, Id(subject), now))));
        return [.. forgotten.GroupBy(line => line.Table).Select(table => new Forgotten(table.Key, table.Sum(line => line.Rows)))];
    }

    private static Chore[] Chores(Subject subject) => subject switch
    {
        Subject.OfChannel => ofChannel,
        Subject.OfPerson => ofPerson,
        _ => everything,
    };

    private static string? Id(Subject subject) => subject switch
    {
        Subject.OfChannel one => one.Channel.Value,
        Subject.OfPerson one => one.Person.Value,
        _ => null,
    };

    /// <summary>As many of them as the statement names: the database refuses others.</summary>
    private static object?[] Values(string sql, params object?[] values) => [.. values.Where((_, i) => sql.Contains($"${i + 1}", StringComparison.Ordinal))];
}
