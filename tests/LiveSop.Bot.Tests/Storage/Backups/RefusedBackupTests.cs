using LiveSop.Bot.Cli;
using LiveSop.Bot.Storage;
using Npgsql;
using static LiveSop.Bot.Tests.Storage.Backups.BackupTests;

namespace LiveSop.Bot.Tests.Storage.Backups;

public sealed class RefusedBackupTests : DatabaseRun
{
    [Fact]
    public async Task a_file_that_is_there_is_not_written_over()
    {
        await using var database = await Company.CreateAsync();
        await System.IO.File.WriteAllTextAsync(File("kept.dump"), "precious");

        (await RefusedAsync(Of(database.Owner), "backup", File("kept.dump"))).Should().EndWith("kept.dump is there already; name a file that is not.");

        (await System.IO.File.ReadAllTextAsync(File("kept.dump"))).Should().Be("precious");
    }

    [Fact]
    public async Task a_folder_that_is_not_there_is_named()
    {
        await using var database = await Company.CreateAsync();

        (await RefusedAsync(Of(database.Owner), "backup", File("nowhere/x.dump"))).Should().Contain("nowhere/x.dump cannot be written (").And.EndWith("name a file in a folder where this account may write.");
    }

    [Fact]
    public async Task nothing_is_made_where_there_is_nothing_to_back_up()
    {
        (await RefusedAsync(new DatabaseOptions { Folder = File("postgres") }, "backup", File("x.dump"))).Should().StartWith($"There is no data in {File("postgres")}; start this where the bot is started");
        (await RefusedAsync(Of(await EmptyAsync("bare")), "backup", File("x.dump"))).Should().Be("The database bare holds nothing of LiveSOP, so there is nothing to back up.");

        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(File("x"))!).Should().BeEmpty();
    }

    [Fact]
    public async Task a_database_that_holds_something_is_not_restored_into()
    {
        var backup = await BackupAsync();
        var laden = await EmptyAsync("laden");
        await TestServer.RunAsync(laden, "CREATE TABLE theirs (a int)");

        (await RefusedAsync(Of(laden), "restore", backup)).Should().StartWith("The database laden is not empty; make an empty one");
    }

    [Fact]
    public async Task a_database_in_use_is_not_restored_into()
    {
        var backup = await BackupAsync();
        var busy = await EmptyAsync("busy");
        await using var somebody = await StartChecks.ConnectAsync(busy, default);

        (await RefusedAsync(Of(busy), "restore", backup)).Should().Be("The database busy is in use by others; stop the bot, and whoever else is connected, and restore into an empty database.");
    }

    [Fact]
    public async Task what_is_no_backup_is_not_restored()
    {
        var empty = await EmptyAsync("no_backup_in");
        await System.IO.File.WriteAllTextAsync(File("no.dump"), "hello");

        (await RefusedAsync(Of(empty), "restore", File("missing.dump"))).Should().EndWith("missing.dump does not exist; name a file that livesop backup wrote.");
        (await RefusedAsync(Of(empty), "restore", File("no.dump"))).Should().Contain("no.dump is no backup that pg_restore here can read (");
        (await Contents.RowsAsync(empty)).Keys.Should().Equal("(sequences)");
    }

    [Fact]
    public async Task half_a_backup_restores_nothing()
    {
        var backup = await BackupAsync();
        var bytes = await System.IO.File.ReadAllBytesAsync(backup);
        await System.IO.File.WriteAllBytesAsync(File("half.dump"), bytes[..(bytes.Length * 9 / 10)]);
        var empty = await EmptyAsync("whole_or_not");

        (await RunAsync(Of(empty), "restore", File("half.dump"))).Should().Be(ExitCode.Refused);

        (await Contents.RowsAsync(empty)).Keys.Should().Equal("(sequences)");
    }

    [Fact]
    public async Task a_backup_of_a_version_that_has_narrowed_the_tables_waits_for_that_version()
    {
        await using var database = await Company.CreateAsync();
        await TestServer.RunAsync(database.Owner, """INSERT INTO "__EFMigrationsHistory" VALUES ('20991231000000_ContractNames', '10.0.14')""");
        await RunAsync(Of(database.Owner), "backup", File("newer.dump"));
        var empty = await EmptyAsync("older");

        (await RefusedAsync(Of(empty), "restore", File("newer.dump"))).Should().StartWith("A newer LiveSOP has removed what this version needs from the database (20991231000000_ContractNames)");

        (await Contents.RowsAsync(empty)).Keys.Should().Equal("(sequences)");
    }

    [Fact]
    public async Task a_backup_that_breaks_off_leaves_no_file()
    {
        await using var database = await Company.CreateAsync();
        // Somebody holds a table, so pg_dump waits; then it is stopped.
        await using var holder = await StartChecks.ConnectAsync(database.Owner, default);
        await using (var hold = new NpgsqlCommand("BEGIN; LOCK TABLE messages", holder)) await hold.ExecuteNonQueryAsync();
        using var stop = new CancellationTokenSource();

        var writing = Bot.Storage.Backups.Backup.WriteAsync(database.Owner, File("x.dump"), stop.Token);
        while (!System.IO.File.Exists(File("x.dump.part"))) await Task.Delay(10);
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => writing).Should().ThrowAsync<OperationCanceledException>();
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(File("x"))!).Should().BeEmpty();
    }

    private async Task<string> BackupAsync()
    {
        await using var database = await Company.CreateAsync();
        (await RunAsync(Of(database.Owner), "backup", File("company.dump"))).Should().Be(ExitCode.Done);
        return File("company.dump");
    }
}
