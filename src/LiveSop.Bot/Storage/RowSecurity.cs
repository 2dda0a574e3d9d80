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
    public const int Version = 2;

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

    private static readonly TableRules[] Rules =
    [
        new("workspaces", Reads: Everyone),
        new("people", Reads: Everyone),
        new("channels", Reads: JoinedOrOpen),
        new("channel_members", Reads: OwnRows),
        new("messages", Reads: ReadableChannel),
        new("readings", Reads: ReadableChannel),
        new("threads_to_read", Reads: Nobody),
        new("captures", Reads: ReadableChannel),
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
