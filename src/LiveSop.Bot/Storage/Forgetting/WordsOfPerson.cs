using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Storage.Forgetting;

/// <summary>Takes somebody's words, and their name, out of the procedures that are stored.</summary>
internal sealed class WordsOfPerson(UnitOfWork unit, WorkspaceId workspace, UserId person)
{
    private const string Alone = """
        SELECT e.sop_id, e.step_id FROM evidence e LEFT JOIN messages m ON m.workspace_id = $1 AND m.channel_id = e.place AND m.ts = e.ts
        WHERE e.workspace_id = $1 GROUP BY e.sop_id, e.step_id HAVING bool_and(coalesce(m.author_id = $2, false))
        """;

    private const string Opened = """
        SELECT c.sop_id FROM sop_cases c LEFT JOIN messages m ON m.workspace_id = $1 AND c.case_id = m.channel_id || ':' || m.ts
        WHERE c.workspace_id = $1 GROUP BY c.sop_id HAVING bool_and(coalesce(m.author_id = $2, false))
        """;

    // Where each body stands; one that is still to be decided may hold what they typed and nobody agreed to.
    private static readonly (string Table, string Column, string Sop, string IsOpen)[] bodies =
    [
        ("sop_versions", "body", "t.sop_id", "false"),
        ("drafts", "body", "t.sop_id", "t.state IN ('found', 'waiting')"),
        ("edits", "body", "(SELECT d.sop_id FROM drafts d WHERE d.workspace_id = $1 AND d.draft_id = t.draft_id)", "true"),
        ("edits", "base", "(SELECT d.sop_id FROM drafts d WHERE d.workspace_id = $1 AND d.draft_id = t.draft_id)", "true"),
    ];

    // Each text for a person to read that may repeat a body's words.
    private static readonly (string Table, string Column)[] repeats = [("sop_versions", "summary"), ("sop_versions", "why"), ("drafts", "reason"), ("drafts", "decided_why")];

    /// <param name="touched">The procedures that rest on threads of theirs; others may still name them.</param>
    public async Task EraseAsync(Guid[] touched, CancellationToken stop)
    {
        var alone = await unit.ReadAsync(Alone, row => (row.GetGuid(0), row.GetString(1)), stop, workspace.Value, person.Value);
        var opened = await unit.ReadAsync(Opened, row => row.GetGuid(0), stop, workspace.Value, person.Value);
        var said = touched.Length == 0 ? [] : await unit.ReadAsync("SELECT text FROM messages WHERE workspace_id = $1 AND author_id = $2", row => row.GetString(0), stop, workspace.Value, person.Value);
        var rule = new Wording(person, [.. alone], [.. opened], said);
        foreach (var (table, column, sop, isOpen) in bodies) await EraseBodiesAsync(rule, table, column, $"SELECT t.ctid::text, {sop}, {isOpen}, t.{column}::text FROM {table} t", touched, stop);
        foreach (var words in rule.Erased) await EraseRepeatsAsync(words, stop);
    }

    private async Task EraseBodiesAsync(Wording rule, string table, string column, string select, Guid[] touched, CancellationToken stop)
    {
        var stored = await unit.ReadAsync($"SELECT * FROM ({select} WHERE t.workspace_id = $1) AS s (at, sop, open, body) WHERE sop = ANY($3) OR strpos(body, '\"' || $2 || '\"') > 0",
            row => (At: row.GetString(0), Sop: row.GetGuid(1), IsOpen: row.GetBoolean(2), Body: row.GetString(3)), stop, workspace.Value, person.Value, touched);
        foreach (var (at, sop, isOpen, body) in stored)
            await unit.RunAsync($"UPDATE {table} SET {column} = $2::jsonb WHERE workspace_id = $1 AND ctid = $3::tid", stop,
                workspace.Value, ProcedureFormat.Write(rule.Without(sop, ProcedureFormat.Read(body), isOpen)), at);
    }

    private async Task EraseRepeatsAsync(string words, CancellationToken stop)
    {
        await unit.RunAsync("UPDATE sops SET title = $3 WHERE workspace_id = $1 AND title = $2", stop, workspace.Value, words, Wording.Nothing);
        foreach (var (table, column) in repeats)
            await unit.RunAsync($"UPDATE {table} SET {column} = replace({column}, $2, $3) WHERE workspace_id = $1 AND strpos({column}, $2) > 0", stop, workspace.Value, words, Wording.Nothing);
    }
}
