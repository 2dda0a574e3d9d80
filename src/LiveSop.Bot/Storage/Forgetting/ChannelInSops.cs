namespace LiveSop.Bot.Storage.Forgetting;

/// <summary>
/// What procedures hold of a channel, <c>$2</c> of the workspace <c>$1</c>. Whatever nobody approved and rests on it goes whole; what was approved goes where
/// it was mined from nothing else, and loses the evidence from there otherwise.
/// </summary>
internal static class ChannelInSops
{
    private const string Doomed = """
        SELECT s.sop_id FROM sops s WHERE s.workspace_id = $1
          AND EXISTS (SELECT FROM sop_sources o WHERE o.workspace_id = $1 AND o.sop_id = s.sop_id AND o.place = $2)
          AND (NOT EXISTS (SELECT FROM sop_versions v WHERE v.workspace_id = $1 AND v.sop_id = s.sop_id)
            OR NOT EXISTS (SELECT FROM sop_sources o WHERE o.workspace_id = $1 AND o.sop_id = s.sop_id AND o.place <> $2))
        """;

    // What live cases changed is found anew from those that remain.
    private const string DoomedDrafts = $"""
        SELECT d.draft_id FROM drafts d WHERE d.workspace_id = $1 AND (d.sop_id IN ({Doomed}) OR d.kind = 'revision' AND d.state IN ('found', 'waiting')
          AND EXISTS (SELECT FROM sop_cases c WHERE c.workspace_id = $1 AND c.sop_id = d.sop_id AND c.place = $2))
        """;

    /// <summary>In this order: what is doomed is asked of the procedures and their sources.</summary>
    public static readonly IReadOnlyList<Chore> Chores =
    [
        new("edits", $"DELETE FROM edits WHERE workspace_id = $1 AND draft_id IN ({DoomedDrafts})"),
        new("review_cards", $"DELETE FROM review_cards WHERE workspace_id = $1 AND draft_id IN ({DoomedDrafts})"),
        new("drafts", $"DELETE FROM drafts WHERE workspace_id = $1 AND draft_id IN ({DoomedDrafts})"),
        new("evidence", $"DELETE FROM evidence WHERE workspace_id = $1 AND (place = $2 OR sop_id IN ({Doomed}))"),
        new("sop_cases", $"DELETE FROM sop_cases WHERE workspace_id = $1 AND (place = $2 OR sop_id IN ({Doomed}))"),
        new("sop_versions", $"DELETE FROM sop_versions WHERE workspace_id = $1 AND sop_id IN ({Doomed})"),
        new("sops", $"DELETE FROM sops WHERE workspace_id = $1 AND sop_id IN ({Doomed})"),
        new("sop_sources", "DELETE FROM sop_sources o WHERE workspace_id = $1 AND (place = $2 OR NOT EXISTS (SELECT FROM sops s WHERE s.workspace_id = $1 AND s.sop_id = o.sop_id))"),
        new("space_channels", "DELETE FROM space_channels WHERE workspace_id = $1 AND channel_id = $2"),
    ];
}
