using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Local;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Bot.Tests.Storage;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly DataFolder folder;
    private readonly ServerWatch watch;

    public LocalPostgresTests()
    {
        folder = new DataFolder(Directory.CreateTempSubdirectory("livesop-local-").FullName);
        watch = new ServerWatch(folder.Root);
    }

    public void Dispose() => watch.Dispose();

    [Fact]
    public async Task what_was_stored_is_there_after_the_next_start()
    {
        await using (var first = Bot())
        {
            await TestServer.RunAsync(await first.StartAsync(default), "CREATE TABLE kept AS SELECT 1");
        }
        File.Exists(Pid).Should().BeFalse("the server stopped with its only bot");

        await using var second = Bot();
        await TestServer.RunAsync(await second.StartAsync(default), "SELECT FROM kept");
    }

    [Fact]
    public async Task the_last_bot_out_stops_the_server()
    {
        var (first, second) = (Bot(), Bot());
        var owners = await Task.WhenAll(first.StartAsync(default), second.StartAsync(default));
        owners[0].Should().Be(owners[1]);

        await first.DisposeAsync();
        await TestServer.RunAsync(owners[1], "SELECT 1");
        await second.DisposeAsync();

        File.Exists(Pid).Should().BeFalse();
    }

    [Fact]
    public async Task a_server_that_a_killed_bot_left_behind_is_adopted_and_stopped_in_the_end()
    {
        await using (var first = Bot()) await first.StartAsync(default);
        // As a kill leaves it: the server runs, and no bot holds a lock.
        await (await ClusterAsync()).LaunchAsync(default);
        var process = File.ReadLines(Pid).First();

        await using (var adopter = Bot())
        {
            await TestServer.RunAsync(await adopter.StartAsync(default), "SELECT 1");
            File.ReadLines(Pid).First().Should().Be(process);
        }

        File.Exists(Pid).Should().BeFalse();
    }

    [Fact]
    public async Task a_server_that_was_killed_is_started_again_and_has_lost_nothing_that_was_committed()
    {
        await using var first = Bot();
        var owner = await first.StartAsync(default);
        await TestServer.RunAsync(owner, "CREATE TABLE kept AS SELECT 1");
        var process = File.ReadLines(Pid).First();
        await using var open = await StartChecks.ConnectAsync(owner, default);
        (await Shell.RunAsync(["kill", "-9", process], "/", default)).ExitCode.Should().Be(0);

        await using var second = Bot();
        await TestServer.RunAsync(await second.StartAsync(default), "SELECT FROM kept");
        File.ReadLines(Pid).First().Should().NotBe(process);
    }

    [Fact]
    public async Task a_process_that_took_the_number_of_a_dead_server_is_not_mistaken_for_it()
    {
        await using (var first = Bot()) await first.StartAsync(default);
        await File.WriteAllTextAsync(Pid, $"{Environment.ProcessId}\n{folder.Data}\n0\n5432\n{folder.Sockets}\n*\n");

        await using var second = Bot();
        await TestServer.RunAsync(await second.StartAsync(default), "SELECT 1");
    }

    [Fact]
    public async Task a_path_too_long_for_a_socket_is_no_hindrance()
    {
        var deep = new DataFolder(Path.Combine(folder.Root, new string('d', 100), "with 'quotes' and spaces"));
        File.SetUnixFileMode(folder.Root, (UnixFileMode)0b111_001_001);
        Directory.CreateDirectory(deep.Root);
        await using var bot = Bot(deep);

        await TestServer.RunAsync(await bot.StartAsync(default), "SELECT 1");

        deep.Sockets.Length.Should().BeLessThan(60);
        Directory.Delete(deep.Sockets, recursive: true);
    }

    [Fact]
    public async Task what_a_broken_off_first_start_left_is_cleared_away()
    {
        Directory.CreateDirectory(folder.Data + ".new/base");
        await using var bot = Bot();

        await TestServer.RunAsync(await bot.StartAsync(default), "SELECT 1");
    }

    [Fact]
    public async Task data_of_another_version_says_what_to_do_and_is_left_alone()
    {
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "PG_VERSION"), "9\n");
        await using var bot = Bot();

        (await RefusedAsync(bot)).Should().StartWith($"The data in {folder.Root} is of PostgreSQL 9 and this machine has ").And.EndWith("install PostgreSQL 9 with pgvector, or restore a backup into another folder (docs/operations.md).");
        Directory.GetFiles(folder.Data).Should().ContainSingle();
    }

    [Fact]
    public async Task data_whose_password_is_lost_says_so()
    {
        var installed = (await ServerPrograms.FindAsync(default))[0].Major;
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "PG_VERSION"), $"{installed}\n");
        await using var bot = Bot();

        (await RefusedAsync(bot)).Should().Be($"{folder.Root}/owner.password is missing, and nobody enters the data beside it without; put it back from where you keep a copy.");
        File.Exists(Path.Combine(folder.Root, "owner.password")).Should().BeFalse();
    }

    [Fact]
    public void a_machine_without_postgresql_says_what_to_do() =>
        FluentActions.Invoking(() => ServerPrograms.Choose([], folder)).Should().Throw<UnusableDatabaseException>()
            .Which.Message.Should().Be("PostgreSQL is not installed; install it with pgvector (./livesop does on Debian), or give a server in ConnectionStrings:LiveSop.");

    [Fact]
    public async Task a_folder_that_is_a_file_says_what_to_do()
    {
        var file = Path.Combine(folder.Root, "taken");
        File.SetUnixFileMode(folder.Root, (UnixFileMode)0b111_001_001);
        await File.WriteAllTextAsync(file, "");
        await using var bot = Bot(new DataFolder(file));

        (await RefusedAsync(bot)).Should().StartWith($"The folder {file} cannot be used (").And.EndWith("set Database:Folder to another.");
    }

    [Fact]
    public void an_account_reaches_only_what_everybody_may_pass()
    {
        var (open, closed) = (Path.Combine(folder.Root, "open"), Path.Combine(folder.Root, "closed"));
        File.SetUnixFileMode(folder.Root, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(open, (UnixFileMode)0b111_000_001);
        Directory.CreateDirectory(closed, (UnixFileMode)0b111_000_000);
        var nobody = new ServerAccount("nobody");

        nobody.Reaches(Path.Combine(open, "made later", "data")).Should().BeTrue();
        nobody.Reaches(Path.Combine(closed, "data")).Should().BeFalse();
        new ServerAccount(Name: null).Reaches(Path.Combine(closed, "data")).Should().BeTrue();
        DataFolder.Of(Path.Combine(closed, "data"), nobody).Root.Should().Be(Path.Combine(closed, "data"), "what was asked for is not replaced");
    }

    private string Pid => Path.Combine(folder.Data, "postmaster.pid");

    private LocalPostgres Bot(DataFolder? on = null) => new(on ?? folder, ServerAccount.OfThisProcess(), NullLogger<LocalPostgres>.Instance);

    private async Task<Cluster> ClusterAsync() => new(folder, ServerAccount.OfThisProcess(), ServerPrograms.Choose(await ServerPrograms.FindAsync(default), folder));

    private static async Task<string> RefusedAsync(LocalPostgres bot) =>
        (await FluentActions.Awaiting(() => bot.StartAsync(default)).Should().ThrowAsync<UnusableDatabaseException>()).Which.Message;
}
