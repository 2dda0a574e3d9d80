using LiveSop.Bot.Storage;
using Npgsql;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>What the application role cannot do, even with SQL of its own.</summary>
public sealed class ApplicationRoleTests(IsolationTests.Both both) : IClassFixture<IsolationTests.Both>
{
    private const string Forbidden = PostgresErrorCodes.InsufficientPrivilege;

    [Theory]
    [InlineData("SET ROLE livesop_owner")]
    [InlineData("SET SESSION AUTHORIZATION livesop_owner")]
    [InlineData("ALTER TABLE messages NO FORCE ROW LEVEL SECURITY")]
    [InlineData("ALTER TABLE messages DISABLE ROW LEVEL SECURITY")]
    [InlineData("CREATE POLICY open ON messages USING (true)")]
    [InlineData("DROP POLICY tenant ON messages")]
    [InlineData("ALTER ROLE livesop_app BYPASSRLS")]
    [InlineData("ALTER ROLE livesop_app SUPERUSER")]
    [InlineData("TRUNCATE messages")]
    [InlineData("CREATE TABLE public.copy AS SELECT 1")]
    [InlineData("CREATE FUNCTION public.spy() RETURNS int LANGUAGE sql AS 'SELECT 1'")]
    [InlineData("CREATE TRIGGER spy BEFORE INSERT ON messages EXECUTE FUNCTION suppress_redundant_updates_trigger()")]
    [InlineData("SELECT * FROM \"__EFMigrationsHistory\"")]
    [InlineData("SELECT rolpassword FROM pg_authid")]
    [InlineData("SELECT * FROM pg_statistic")]
    [InlineData("COPY messages TO '/tmp/livesop-stolen'")]
    [InlineData("COPY messages TO PROGRAM 'cat'")]
    [InlineData("SELECT pg_read_file('/etc/passwd')")]
    [InlineData("COPY (SELECT 1) TO '/tmp/livesop-stolen'")]
    [InlineData("INSERT INTO channel_members VALUES ('T2', 'C1', 'U1')")]
    [InlineData("INSERT INTO work_queue (workspace_id, kind, lane, item, due_at, attempts) VALUES ('T2', 'inbox', 'C1', 'k', now(), 0)")]
    [InlineData("UPDATE messages SET workspace_id = 'T2'")]
    public async Task is_refused(string sql) => (await FailAsync(Miner, sql)).SqlState.Should().Be(Forbidden);

    [Fact]
    public async Task switching_row_security_off_gets_an_error_and_no_row()
    {
        await using var unit = await both.Database.BeginAsync(Miner);
        await using (var off = unit.Command("SET LOCAL row_security = off")) await off.ExecuteNonQueryAsync();

        await using var read = unit.Command("SELECT count(*) FROM messages");
        (await FluentActions.Awaiting(() => read.ExecuteScalarAsync()).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(Forbidden);
    }

    [Fact]
    public async Task copying_in_is_refused_for_it_would_pass_the_policies() =>
        (await FailAsync(Miner, "COPY channel_members FROM STDIN")).SqlState.Should().Be(PostgresErrorCodes.FeatureNotSupported);

    [Theory]
    [InlineData("SELECT count(*) FROM messages WHERE workspace_id = 'T2'")]
    [InlineData("SELECT count(*) FROM messages WHERE workspace_id <> 'T1' OR true AND workspace_id = 'T2'")]
    [InlineData("SELECT count(*) FROM (SELECT * FROM incidents) i WHERE text LIKE '%T2%'")]
    [InlineData("SELECT count(*) FROM incidents WHERE words @@ 'parcel'::tsquery AND workspace_id = 'T2'")]
    [InlineData("SELECT count(*) FROM pg_stats WHERE tablename IN ('messages', 'incidents', 'people')")]
    [InlineData("WITH gone AS (DELETE FROM messages WHERE workspace_id = 'T2' RETURNING 1) SELECT count(*) FROM gone")]
    [InlineData("WITH changed AS (UPDATE people SET is_admin = true WHERE workspace_id = 'T2' RETURNING 1) SELECT count(*) FROM changed")]
    [InlineData("SELECT count(*) FROM pg_largeobject_metadata")]
    public async Task gets_nothing_of_the_other_workspace(string sql)
    {
        await TestServer.RunAsync(both.Database.Owner, "ANALYZE");
        await using var unit = await both.Database.BeginAsync(Miner);
        await using var command = unit.Command(sql);

        (await command.ExecuteScalarAsync()).Should().Be(0L);
    }

    [Fact]
    public async Task copying_out_gets_what_the_scope_sees()
    {
        await using var unit = await both.Database.BeginAsync(Viewer(Ben));
        using var copy = await unit.Connection.BeginTextExportAsync("COPY messages (workspace_id, channel_id) TO STDOUT");

        (await copy.ReadToEndAsync()).Should().Be("T1\tC1\n");
    }

    [Theory]
    [MemberData(nameof(IsolationTests.Tables), MemberType = typeof(IsolationTests))]
    public async Task a_connection_without_a_scope_sees_no_row(string table)
    {
        await using var connection = await StartChecks.ConnectAsync(both.Database.App, CancellationToken.None);
        foreach (var sql in new[] { $"SELECT count(*) FROM {table}", $"WITH gone AS (DELETE FROM {table} RETURNING 1) SELECT count(*) FROM gone" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            (await command.ExecuteScalarAsync()).Should().Be(0L);
        }
    }

    [Theory]
    [MemberData(nameof(IsolationTests.Tables), MemberType = typeof(IsolationTests))]
    public async Task a_viewer_changes_nothing(string table)
    {
        await using var unit = await both.Database.BeginAsync(Viewer(Ann));
        foreach (var sql in new[] { $"DELETE FROM {table}", $"UPDATE {table} SET workspace_id = workspace_id" })
        {
            await using var command = unit.Command(sql);
            (await command.ExecuteNonQueryAsync()).Should().Be(0);
        }
        (await FailAsync(Viewer(Ann), "INSERT INTO channel_members VALUES ('T1', 'G1', 'U2')")).SqlState.Should().Be(Forbidden);
    }

    [Fact]
    public async Task the_owner_is_bound_too_once_it_is_no_superuser()
    {
        await using var database = await CreateAsync();
        await TestServer.RunAsync(database.Owner, "CREATE ROLE plain_owner", "ALTER TABLE messages OWNER TO plain_owner", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO plain_owner");
        await using var connection = await StartChecks.ConnectAsync(database.Owner, CancellationToken.None);
        await using var command = new NpgsqlCommand("SET ROLE plain_owner; SELECT count(*) FROM messages", connection);

        (await command.ExecuteScalarAsync()).Should().Be(0L);
        await TestServer.RunAsync(database.Owner, "DROP OWNED BY plain_owner CASCADE", "DROP ROLE plain_owner");
    }

    private async Task<PostgresException> FailAsync(Scope scope, string sql)
    {
        await using var unit = await both.Database.BeginAsync(scope);
        await using var command = unit.Command(sql);
        return (await FluentActions.Awaiting(() => command.ExecuteNonQueryAsync()).Should().ThrowAsync<PostgresException>()).Which;
    }
}
