using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage.Forgetting;

/// <summary>
/// What procedures hold of a person. Whatever nobody approved and rests on a thread they wrote in goes whole, and is found anew from what remains; what was
/// approved loses their words, their evidence and their name. To be run while their messages still say who wrote them.
/// </summary>
internal static class PersonInSops
{
    private const string Theirs = "m.workspace_id = $1 AND m.author_id = $2";
    private const string OpenedByThem = $"SELECT m.channel_id || ':' || m.ts FROM messages m WHERE {Theirs}";

    private const string Touched = $"""
        SELECT e.sop_id FROM evidence e JOIN messages m ON m.channel_id = e.place AND m.ts = e.ts WHERE e.workspace_id = $1 AND {Theirs}
        UNION SELECT c.sop_id FROM sop_cases c JOIN messages m ON m.channel_id = c.place AND coalesce(m.thread_ts, m.ts) = split_part(c.case_id, ':', 2) WHERE c.workspace_id = $1 AND {Theirs}
        """;

    private const string Unapproved = "SELECT s.sop_id FROM sops s WHERE s.workspace_id = $1 AND s.sop_id = ANY($2) AND NOT EXISTS (SELECT FROM sop_versions v WHERE v.workspace_id = $1 AND v.sop_id = s.sop_id)";

    private const string Lost = $"""
        SELECT d.draft_id FROM drafts d WHERE d.workspace_id = $1 AND d.sop_id = ANY($2)
          AND (d.sop_id IN ({Unapproved}) OR d.kind = 'revision' AND d.state IN ('found', 'waiting'))
        """;

    private const string Named = "SELECT unnest($2)::text UNION ALL SELECT draft_id::text FROM drafts WHERE workspace_id = $1 AND sop_id = ANY($2)";

    // $2: the procedures that rest on threads of theirs. What was posted of them quotes them.
    private static readonly Chore[] ofTouched =
    [
        new("outbox", $"DELETE FROM outbox o WHERE workspace_id = $1 AND EXISTS (SELECT FROM ({Named}) AS named (id) WHERE strpos(o.payload::text, named.id) > 0 OR strpos(o.key, named.id) > 0)"),
        new("review_cards", $"DELETE FROM review_cards WHERE workspace_id = $1 AND draft_id IN (SELECT draft_id FROM drafts WHERE workspace_id = $1 AND sop_id = ANY($2))"),
        new("edits", $"DELETE FROM edits WHERE workspace_id = $1 AND draft_id IN ({Lost})"),
        new("drafts", $"DELETE FROM drafts WHERE workspace_id = $1 AND draft_id IN ({Lost})"),
        new("drafts", "UPDATE drafts SET drift = NULL WHERE workspace_id = $1 AND sop_id = ANY($2) AND drift IS NOT NULL"),
        new("evidence", $"DELETE FROM evidence WHERE workspace_id = $1 AND sop_id IN ({Unapproved})"),
        new("sop_cases", $"DELETE FROM sop_cases WHERE workspace_id = $1 AND sop_id IN ({Unapproved})"),
        new("sop_sources", $"DELETE FROM sop_sources WHERE workspace_id = $1 AND sop_id IN ({Unapproved})"),
        new("sops", $"DELETE FROM sops WHERE workspace_id = $1 AND sop_id IN ({Unapproved})"),
    ];

    // $2: the person.
    private static readonly Chore[] ofPerson =
    [
        // What was done beside the steps stands there in the words of whoever did it.
        new("sop_cases", $"""
            UPDATE sop_cases c SET trace = ARRAY(SELECT deed FROM unnest(c.trace) WITH ORDINALITY AS t (deed, place) WHERE deed NOT LIKE '+%' ORDER BY t.place)
            WHERE workspace_id = $1 AND EXISTS (SELECT FROM messages m WHERE {Theirs} AND m.channel_id = c.place AND coalesce(m.thread_ts, m.ts) = split_part(c.case_id, ':', 2))
            """),
        new("evidence", $"DELETE FROM evidence e WHERE workspace_id = $1 AND (case_id IN ({OpenedByThem}) OR EXISTS (SELECT FROM messages m WHERE {Theirs} AND m.channel_id = e.place AND m.ts = e.ts))"),
        new("sop_cases", $"DELETE FROM sop_cases WHERE workspace_id = $1 AND case_id IN ({OpenedByThem})"),
        new("edits", "DELETE FROM edits WHERE workspace_id = $1 AND user_id = $2"),
        new("review_cards", "DELETE FROM review_cards WHERE workspace_id = $1 AND user_id = $2"),
        new("preferences", "DELETE FROM preferences WHERE workspace_id = $1 AND user_id = $2"),
        new("imports", "DELETE FROM imports WHERE workspace_id = $1 AND user_id = $2"),
        new("space_roles", "DELETE FROM space_roles WHERE workspace_id = $1 AND user_id = $2"),
        new("space_roles", "UPDATE space_roles SET granted_by = '' WHERE workspace_id = $1 AND granted_by = $2"),
        new("drafts", "UPDATE drafts SET created_by = '' WHERE workspace_id = $1 AND created_by = $2"),
        new("drafts", "UPDATE drafts SET edited_by = '' WHERE workspace_id = $1 AND edited_by = $2"),
        new("drafts", "UPDATE drafts SET decided_by = '', decided_why = NULL WHERE workspace_id = $1 AND decided_by = $2"),
        new("sop_versions", "UPDATE sop_versions SET approved_by = '', why = NULL WHERE workspace_id = $1 AND approved_by = $2"),
    ];

    public static IEnumerable<string> Tables => ofTouched.Concat(ofPerson).Select(chore => chore.Table);

    public static async Task<IReadOnlyList<Forgotten>> EraseAsync(UnitOfWork unit, WorkspaceId workspace, UserId person, CancellationToken stop)
    {
        var touched = (await unit.ReadAsync(Touched, row => row.GetGuid(0), stop, workspace.Value, person.Value)).ToArray();
        await new WordsOfPerson(unit, workspace, person).EraseAsync(touched, stop);
        var forgotten = new List<Forgotten>();
        foreach (var (table, sql) in ofTouched) forgotten.Add(new(table, await unit.RunAsync(sql, stop, workspace.Value, touched)));
        foreach (var (table, sql) in ofPerson) forgotten.Add(new(table, await unit.RunAsync(sql, stop, workspace.Value, person.Value)));
        return forgotten;
    }
}
