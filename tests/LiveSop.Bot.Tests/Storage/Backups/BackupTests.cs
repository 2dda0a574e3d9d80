using LiveSop.Bot.Cli;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LiveSop.Bot.Tests.Storage.Backups;

public sealed class BackupTests : DatabaseRun
{
    [Fact]
    public async Task what_was_backed_up_while_the_bot_ran_is_restored_row_for_row_and_the_bot_goes_on_there()
    {
        await using var world = await World.World.StartAsync(withBot: false);
        var bot = await world.StartBotAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        await ada.PostAsync("support", "the printer on floor two is jammed");
        await world.RestAsync();
        (await RunAsync(Of(world.Database.Owner), "backup", File("all.dump"))).Should().Be(ExitCode.Done);
        await world.StopBotAsync(bot);
        var before = await Contents.RowsAsync(world.Database.Owner);
        before["messages"].Should().NotBeEmpty();

        var elsewhere = await EmptyAsync("moved");
        (await RunAsync(Of(elsewhere), "restore", File("all.dump"))).Should().Be(ExitCode.Done);

        (await Contents.RowsAsync(elsewhere)).Should().BeEquivalentTo(before);
        (await Contents.RightsAsync(elsewhere)).Should().Equal(await Contents.RightsAsync((await TestServer.GetAsync()).Owner));
        await using var source = await DatabaseSource.OpenAsync(Of(elsewhere), NullLoggerFactory.Instance, default);
        var moved = await world.StartBotAsync(source.Database);
        await ada.PostAsync("support", "the printer works again");
        await UntilAsync(source.Database, new Scope.Miner(new WorkspaceId(world.Workspace.Id)), async db =>
            await db.Messages.CountAsync(row => row.Text.Contains("printer")) == 2 && !await db.WorkQueue.AnyAsync());
        world.Said(ada, "support").Where(message => message.Text.Contains("LiveSOP reads", StringComparison.Ordinal)).Should().ContainSingle("it has said hello there already");
        await world.StopBotAsync(moved);
    }

    [Fact]
    public async Task the_bots_own_server_is_backed_up_and_restored_into_another_folder()
    {
        using var server = await TestServer.StartAsync();
        using var other = new ServerWatch(Directory.CreateTempSubdirectory("livesop-test-").FullName);
        var (here, there) = (new DatabaseOptions { Folder = server.Folder.Root }, new DatabaseOptions { Folder = other.Folder });
        await using (var source = await DatabaseSource.OpenAsync(here, NullLoggerFactory.Instance, default))
            await FillAsync(source.Database);

        (await RunAsync(here, "backup", File("own.dump"))).Should().Be(ExitCode.Done);
        (await RunAsync(there, "restore", File("own.dump"))).Should().Be(ExitCode.Done);

        System.IO.File.GetUnixFileMode(File("own.dump")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Result.Should().Contain("Backed up to").And.Contain("Restored");
        SortedDictionary<string, List<string>> kept, restored;
        await using (var one = await DatabaseServer.OpenAsync(here, NullLoggerFactory.Instance, default)) kept = await Contents.RowsAsync(one.Owner);
        await using (var second = await DatabaseServer.OpenAsync(there, NullLoggerFactory.Instance, default)) restored = await Contents.RowsAsync(second.Owner);
        kept["messages"].Should().ContainSingle();
        restored.Should().BeEquivalentTo(kept);
    }

    [Fact]
    public async Task an_owner_with_few_rights_needs_a_role_for_the_backup_and_none_for_restoring()
    {
        var managed = await ManagedAsync("saved");
        await using (var source = await DatabaseSource.OpenAsync(Of(managed), NullLoggerFactory.Instance, default)) await FillAsync(source.Database);

        (await RefusedAsync(Of(managed), "backup", File("no.dump"))).Should().StartWith("Row security binds the role saved_owner, so it cannot read all rows; make one that can, as a superuser: CREATE ROLE");
        var superuser = (await TestServer.GetAsync()).Owner;
        await TestServer.RunAsync(superuser, "CREATE ROLE livesop_backup LOGIN BYPASSRLS PASSWORD 'pw' IN ROLE pg_read_all_data");
        var reader = new NpgsqlConnectionStringBuilder(managed) { Username = "livesop_backup", Password = "pw" }.ConnectionString;
        (await RunAsync(Of(managed) with { Backup = reader }, "backup", File("saved.dump"))).Should().Be(ExitCode.Done);

        var empty = await ManagedAsync("loaded");
        (await RunAsync(Of(empty), "restore", File("saved.dump"))).Should().Be(ExitCode.Done);
        (await Contents.RowsAsync(TestServer.At(superuser, "loaded"))).Should().BeEquivalentTo(await Contents.RowsAsync(TestServer.At(superuser, "saved")));
        await using var loaded = await DatabaseSource.OpenAsync(Of(empty), NullLoggerFactory.Instance, default);
        await using var unit = await loaded.Database.BeginAsync(new Scope.Miner(Company.Theirs), default);
        (await unit.Db.Messages.CountAsync()).Should().Be(0, "row security binds here too");
    }

    private static async Task UntilAsync(Database database, Scope scope, Func<LiveSopDb, Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            await using (var unit = await database.BeginAsync(scope, limit.Token))
                if (await condition(unit.Db)) return;
            await Task.Delay(20, limit.Token);
        }
    }

    internal static DatabaseOptions Of(string owner) => new() { Owner = owner };

    internal static async Task<string> EmptyAsync(string name) => await (await TestServer.GetAsync()).CreateEmptyAsync(name);

    /// <summary>A database as a hosting company gives it: its owner is no superuser.</summary>
    private static async Task<string> ManagedAsync(string name)
    {
        var superuser = await EmptyAsync(name);
        await TestServer.RunAsync(superuser, "CREATE EXTENSION vector", $"CREATE ROLE {name}_owner LOGIN CREATEROLE PASSWORD 'pw'", $"ALTER DATABASE {name} OWNER TO {name}_owner");
        return new NpgsqlConnectionStringBuilder(superuser) { Username = $"{name}_owner", Password = "pw" }.ConnectionString;
    }

    internal static async Task FillAsync(Database database)
    {
        await using var unit = await database.BeginAsync(Company.Miner, default);
        unit.Db.Add(new MessageRow { WorkspaceId = Company.Ours, ChannelId = Company.Open, Ts = new MessageTs("1700000000.000100"), PostedAt = Company.Noon, Text = "the parcel is lost" });
        unit.Db.Add(new QueueRow { WorkspaceId = Company.Ours, Kind = QueueKind.Inbox, Lane = "C1", Item = "k1", DueAt = Company.Noon });
        await unit.CommitAsync(default);
    }
}
