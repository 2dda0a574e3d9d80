using LiveSop.Bot.Cli;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using BotWorld = LiveSop.Bot.Tests.World.World;

namespace LiveSop.Bot.Tests.Checkup;

public sealed class DoctoredDatabaseTests : Clinic
{
    [Fact]
    public async Task no_database_is_said_and_the_rest_is_looked_at_all_the_same()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await DoctorAsync(new Dictionary<string, string>(Variables(world)) { ["ConnectionStrings__LiveSop"] = "Host=/tmp/livesop-nowhere;Username=me;Password=topsecret;Database=livesop" })).Should().Be(ExitCode.Unwell);

        Line("database").Should().StartWith("wrong database: PostgreSQL at /tmp/livesop-nowhere").And.Contain(" — start it, or correct");
        Line("events").Should().StartWith("warn events: not checked, since there is no database");
        Line("bot token").Should().StartWith("ok ");
        Result.Should().NotContain("topsecret");
    }

    [Fact]
    public async Task a_given_database_is_not_touched_and_what_the_start_would_do_is_said()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        var empty = await (await TestServer.GetAsync()).CreateEmptyAsync("untouched");
        var variables = Variables(world);
        variables.Remove("ConnectionStrings__LiveSopApp");

        (await DoctorAsync(new Dictionary<string, string>(variables) { ["ConnectionStrings__LiveSop"] = empty })).Should().Be(ExitCode.Done, Result);

        Line("pgvector").Should().Be("ok pgvector: livesop run will install it in the database");
        Line("tables").Should().StartWith("ok tables: livesop run will apply ");
        Line("role").Should().Be("ok role: livesop run will make untouched_app, which row security binds");
        await using var connection = await StartChecks.ConnectAsync(empty, default);
        await using var ask = new Npgsql.NpgsqlCommand("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", connection);
        (await ask.ExecuteScalarAsync()).Should().Be(0L);
    }

    [Fact]
    public async Task a_role_that_row_security_does_not_bind_is_wrong()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);

        (await DoctorAsync(new Dictionary<string, string>(Variables(world)) { ["ConnectionStrings__LiveSopApp"] = world.Database.Owner })).Should().Be(ExitCode.Unwell);

        Line("role").Should().StartWith("wrong role: The role ").And.Contain("passes row security — ALTER ROLE");
    }

    [Fact]
    public async Task a_role_that_was_never_given_its_rights_is_no_fault()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        await TestServer.RunAsync(world.Database.Owner, "CREATE ROLE fresh_worker LOGIN PASSWORD 'pw'");
        var fresh = new Npgsql.NpgsqlConnectionStringBuilder(world.Database.Owner) { Username = "fresh_worker", Password = "pw" }.ConnectionString;

        (await DoctorAsync(new Dictionary<string, string>(Variables(world)) { ["ConnectionStrings__LiveSopApp"] = fresh })).Should().Be(ExitCode.Done, Result + Aside);

        Line("role").Should().Be("ok role: fresh_worker, which row security binds; livesop run will give it its rights");
        Line("events").Should().StartWith("warn events: not checked");
    }

    [Fact]
    public async Task what_was_given_up_is_counted_by_table()
    {
        await using var world = await BotWorld.StartAsync(withBot: false);
        var workspace = new WorkspaceId(world.Workspace.Id);
        await world.Database.DoAsync(new Scope.Miner(workspace), unit => unit.RunAsync(
            "INSERT INTO inbox (workspace_id, dedup_key, received_at, kind, lane, envelope, parked_reason) VALUES ($1, 'k', now(), 'events_api', 'C1', '', 'JsonException')", default, workspace.Value));

        (await DoctorAsync(world)).Should().Be(ExitCode.Done);

        Line("backlog").Should().StartWith("warn backlog: given up after several tries: 1 in the table inbox");
    }
}
