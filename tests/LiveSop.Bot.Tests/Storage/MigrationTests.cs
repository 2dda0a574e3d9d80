using LiveSop.Bot.Storage;
using LiveSop.Domain.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

public sealed class MigrationTests
{
    private const string History = "\"__EFMigrationsHistory\"";

    [Fact]
    public async Task replicas_that_start_at_once_migrate_once()
    {
        var owner = await EmptyAsync("migrated_at_once");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ApplyAsync(owner))));

        (await AskAsync<long>(owner, $"SELECT count(*) FROM {History}")).Should().Be(Known().Count);
    }

    [Fact]
    public async Task a_database_of_the_first_version_keeps_what_it_holds_and_gains_what_is_new()
    {
        var owner = await EmptyAsync("migrated_from_old");
        await using (var db = OwnDb(owner)) await db.GetService<IMigrator>().MigrateAsync("Tables");
        await TestServer.RunAsync(owner, "INSERT INTO incidents VALUES ('T1', 'i1', 'C1', NULL, now(), NULL, 'the parcel is lost')");

        await ApplyAsync(owner);

        (await AskAsync<long>(owner, "SELECT count(*) FROM incidents WHERE text = 'the parcel is lost' AND outcome = 'open' AND words IS NULL")).Should().Be(1);
    }

    [Fact]
    public async Task what_is_up_to_date_is_left_as_it_is()
    {
        var owner = await EmptyAsync("migrated_twice");
        await ApplyAsync(owner);
        var policies = await AskAsync<string>(owner, "SELECT string_agg(oid::text, ',' ORDER BY oid) FROM pg_policy");

        await ApplyAsync(owner);

        (await AskAsync<string>(owner, "SELECT string_agg(oid::text, ',' ORDER BY oid) FROM pg_policy")).Should().Be(policies);
    }

    [Fact]
    public async Task a_database_that_a_newer_version_has_expanded_is_used_as_it_is()
    {
        var owner = await EmptyAsync("migrated_by_newer");
        await ApplyAsync(owner);
        await TestServer.RunAsync(owner, $"INSERT INTO {History} VALUES ('29991231235959_AddSomething', '10.0.0')",
            $"COMMENT ON TABLE {History} IS 'row security 999 for migrated_by_newer_app'", "DROP POLICY view ON jobs");

        await ApplyAsync(owner);

        (await AskAsync<long>(owner, "SELECT count(*) FROM pg_policy WHERE polrelid = 'jobs'::regclass")).Should().Be(2, "the newer version's policies stay");
    }

    [Fact]
    public async Task a_database_that_a_newer_version_has_narrowed_is_refused()
    {
        var owner = await EmptyAsync("migrated_and_narrowed");
        await ApplyAsync(owner);
        await TestServer.RunAsync(owner, $"INSERT INTO {History} VALUES ('29991231235959_ContractMessages', '10.0.0')");

        (await RefusedAsync(owner)).Should().Be("A newer LiveSOP has removed what this version needs from the database (29991231235959_ContractMessages); run that version or a later one.");
    }

    [Fact]
    public async Task a_database_of_another_line_is_refused()
    {
        var owner = await EmptyAsync("migrated_elsewhere");
        await ApplyAsync(owner);
        await TestServer.RunAsync(owner, $"DELETE FROM {History} WHERE \"MigrationId\" LIKE '%FullText'", $"INSERT INTO {History} VALUES ('29991231235959_Other', '10.0.0')");

        (await RefusedAsync(owner)).Should().StartWith("The database was migrated by another line of LiveSOP: it has 29991231235959_Other but lacks ").And.EndWith(".");
    }

    [Fact]
    public void the_policies_of_a_version_stay_as_they_are() => Snapshot.Matches(RowSecurity.Sql("app"), $"row-security-{RowSecurity.Version}.sql.verified");

    [Fact]
    public async Task full_text_uses_its_index_under_row_security()
    {
        await using var database = await CreateAsync();
        await TestServer.RunAsync(database.Owner, """
            INSERT INTO messages (workspace_id, channel_id, ts, is_app, posted_at, text)
            SELECT 'T1', 'C1', number::text, false, now(), 'word' || number FROM generate_series(1, 5000) number
            """, "ANALYZE messages");
        await using var unit = await database.BeginAsync(Miner);
        await using var command = unit.Command("EXPLAIN SELECT FROM messages WHERE search @@ 'parcel'::tsquery");
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));

        plan.Should().Contain(line => line.Contains("ix_messages_search", StringComparison.Ordinal));
    }

    private static async Task<string> EmptyAsync(string name) => await (await TestServer.GetAsync()).CreateEmptyAsync(name);

    private static Task ApplyAsync(string owner) => new Schema(owner, AppRole.Of(owner), NullLogger<Schema>.Instance).ApplyAsync(CancellationToken.None);

    private static async Task<string> RefusedAsync(string owner) =>
        (await FluentActions.Awaiting(() => ApplyAsync(owner)).Should().ThrowAsync<UnusableDatabaseException>()).Which.Message;

    private static List<string> Known()
    {
        using var db = OwnDb("Host=nowhere");
        return [.. db.Database.GetMigrations()];
    }

    private static LiveSopDb OwnDb(string owner) => new(LiveSopDb.Options(builder => builder.UseNpgsql(owner)));

    private static async Task<T> AskAsync<T>(string owner, string sql)
    {
        await using var connection = await StartChecks.ConnectAsync(owner, CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
