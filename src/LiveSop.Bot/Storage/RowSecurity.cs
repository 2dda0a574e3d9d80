namespace LiveSop.Bot.Storage;

/// <summary>
/// Who may see and change which rows: every policy of every table, a line each. The database enforces them, on its owner too.
/// Each table has a restrictive policy, <c>tenant</c>: whatever else is allowed, nothing crosses a workspace.
/// </summary>
/// <remarks>
/// A viewer's channels are asked of <c>channels</c>, whose own policy asks <c>channel_members</c>, where a viewer sees only their own rows. So no
/// policy reads its own table, no function runs with more rights than its caller, and who leaves a channel has lost it at the next statement.
/// Each <c>(SELECT …)</c> is computed once per statement, not once per row.
/// </remarks>
internal static class RowSecurity
{
    /// <summary>Raise it with every change below: a database takes on a higher version and never goes back to a lower.</summary>
    public const int Version = 4;

    private const string Workspace = "(SELECT nullif(current_setting('app.workspace_id', true), ''))";
    private const string User = "(SELECT nullif(current_setting('app.user_id', true), ''))";
    private const string Miner = "(SELECT current_setting('app.scope', true) = 'miner')";
    private const string Viewer = "(SELECT current_setting('app.scope', true) = 'viewer')";
    private const string Dispatcher = "(SELECT current_setting('app.scope', true) = 'dispatcher')";

    private const string OfTheWorkspace = $"workspace_id = {Workspace}";
    private const string OfTheWorkspaceOrDispatched = $"{OfTheWorkspace} OR {Dispatcher}";

    private const string Everyone = "true";
    private const string Nobody = "false";
    private const string OwnRows = $"user_id = {User}";
    private const string ReadableChannel = "channel_id IN (SELECT channel_id FROM channels)";

    private const string JoinedOrOpen = $"""
        EXISTS (SELECT FROM people WHERE user_id = {User} AND NOT is_deleted)
            AND (channel_id IN (SELECT channel_id FROM channel_members WHERE {OwnRows})
                OR kind = 'public' AND EXISTS (SELECT FROM people WHERE user_id = {User} AND standing = 'member'))
        """;

    private const string Member = $"EXISTS (SELECT FROM people WHERE user_id = {User} AND standing = 'member' AND NOT is_deleted)";
    private const string OwnSpaces = $"SELECT space_id FROM space_roles WHERE {OwnRows}";

    // Every member is a responder in the default space.
    private const string OwnPlaces = $"""
        SELECT channel_id FROM channels UNION ALL SELECT 'space:' || space_id FROM ({OwnSpaces}) own
            UNION ALL SELECT 'space:' || space_id FROM spaces WHERE is_default AND {Member}
        """;

    private const string ReadablePlace = $"place IN ({OwnPlaces})";
    private const string ReadableSop = "sop_id IN (SELECT sop_id FROM sops)";

    // Guests and people of other companies are nobody until an admin gave them a role; that they may read a channel does not open the procedures mined from it.
    private const string Audience = $"""
        ({Member} OR space_id IN ({OwnSpaces}) AND EXISTS (SELECT FROM people WHERE user_id = {User} AND NOT is_deleted))
            AND CASE audience
                WHEN 'workspace' THEN {Member} OR space_id IN ({OwnSpaces})
                WHEN 'space' THEN space_id IN ({OwnSpaces}) OR {Member} AND space_id IN (SELECT space_id FROM spaces WHERE is_default)
                ELSE EXISTS (SELECT FROM sop_sources s WHERE s.sop_id = sops.sop_id)
                    AND NOT EXISTS (SELECT FROM sop_sources s WHERE s.sop_id = sops.sop_id AND s.place NOT IN ({OwnPlaces})) END
        """;

    private static readonly TableRules[] Rules =
    [
        new("workspaces", Reads: Everyone),
        new("people", Reads: Everyone),
        new("channels", Reads: JoinedOrOpen),
        new("channel_members", Reads: OwnRows),
        new("messages", Reads: ReadableChannel),
        new("readings", Reads: ReadableChannel),
        new("threads_to_read", Reads: Nobody),
        new("spaces", Reads: Everyone),
        new("space_channels", Reads: ReadableChannel),
        new("space_roles", Reads: Everyone),
        new("sop_sources", Reads: Everyone),
        new("sops", Reads: Audience),
        new("sop_versions", Reads: ReadableSop),
        new("drafts", Reads: ReadableSop),
        new("edits", Reads: OwnRows),
        new("review_cards", Reads: Nobody),
        new("evidence", Reads: ReadablePlace),
        new("sop_cases", Reads: ReadablePlace),
        new("preferences", Reads: OwnRows),
        new("imports", Reads: OwnRows),
        new("matches", Reads: ReadableChannel),
        new("runs", Reads: ReadableChannel),
        new("incidents", Reads: ReadableChannel),
        new("incident_vectors", Reads: ReadableChannel),
        new("inbox", Reads: Nobody),
        new("outbox", Reads: Nobody),
        new("jobs", Reads: Nobody),
        new("work_queue", Reads: Nobody, Tenant: OfTheWorkspaceOrDispatched, Works: $"{Miner} OR {Dispatcher}"),
    ];

    /// <summary>Replaces every policy and grant by those above.</summary>
    /// <param name="role">The application role, as quoted for SQL.</param>
    public static string Sql(string role) => string.Join("\n", Rules.Select(rule => rule.Sql(role)));

    /// <param name="Reads">What a viewer may read, beside being in the workspace.</param>
    /// <param name="Tenant">What no other policy can widen.</param>
    /// <param name="Works">Who may read and write everything that the tenant policy leaves.</param>
    private sealed record TableRules(string Table, string Reads, string Tenant = OfTheWorkspace, string Works = Miner)
    {
        public string Sql(string role) => $"""
            ALTER TABLE {Table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {Table} FORCE ROW LEVEL SECURITY;
            DROP POLICY IF EXISTS tenant ON {Table};
            DROP POLICY IF EXISTS work ON {Table};
            DROP POLICY IF EXISTS view ON {Table};
            CREATE POLICY tenant ON {Table} AS RESTRICTIVE USING ({Tenant});
            CREATE POLICY work ON {Table} USING ({Works});
            CREATE POLICY view ON {Table} FOR SELECT USING ({Viewer} AND ({Reads}));
            REVOKE ALL ON {Table} FROM PUBLIC, {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON {Table} TO {role};

            """;
    }
}
