using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LiveSop.Bot.Tests.Storage;

public sealed class SchemaTests
{
    [Fact]
    public void the_migrations_make_what_the_model_says()
    {
        using var db = new LiveSopDb(LiveSopDb.Options(builder => builder.UseNpgsql()));

        db.Database.HasPendingModelChanges().Should().BeFalse("dotnet-ef migrations add writes what is missing");
    }

    [Fact]
    public async Task every_table_is_led_by_its_workspace_and_bound_by_row_security()
    {
        await using var database = await TestDatabase.CreateAsync();

        var tables = await CatalogAsync(database);

        tables.Should().HaveCount(28).And.OnlyContain(table => table.Complaint == "");
    }

    [Fact]
    public async Task the_application_fills_the_tables_of_the_timetable_and_may_not_change_them()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var app = await StartChecks.ConnectAsync(database.App, CancellationToken.None);

        var tables = await Contents.AskAsync(database.Owner, "SELECT relname::text FROM pg_class WHERE relnamespace = 'quartz'::regnamespace AND relkind = 'r'");

        tables.Should().Contain(["qrtz_triggers", "qrtz_locks", "qrtz_scheduler_state"]);
        foreach (var table in tables) await RunAsync(app, $"DELETE FROM quartz.{table}");
        await FluentActions.Awaiting(() => RunAsync(app, "ALTER TABLE quartz.qrtz_locks ADD COLUMN more text")).Should().ThrowAsync<PostgresException>();
        await FluentActions.Awaiting(() => RunAsync(app, "CREATE TABLE quartz.more ()")).Should().ThrowAsync<PostgresException>();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<(string Name, string Complaint)>> CatalogAsync(TestDatabase database)
    {
        // A table of another schema or another kind would be found too; but for Quartz's, which know no workspace.
        const string sql = """
            SELECT c.relname, concat_ws(', ',
                CASE WHEN NOT c.relrowsecurity THEN 'has no row security' END,
                CASE WHEN NOT c.relforcerowsecurity THEN 'does not force it on its owner' END,
                CASE WHEN NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive) THEN 'has no policy that holds the workspaces apart' END,
                CASE WHEN NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive) THEN 'has no policy that lets anyone in' END,
                CASE WHEN NOT EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                    WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'workspace_id') THEN 'is not led by workspace_id' END)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'f', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'quartz') AND c.relname <> '__EFMigrationsHistory'
            ORDER BY 1
            """;
        await using var connection = await StartChecks.ConnectAsync(database.Owner, CancellationToken.None);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<(string, string)>();
        while (await reader.ReadAsync()) tables.Add((reader.GetString(0), reader.GetString(1)));
        return tables;
    }
}
