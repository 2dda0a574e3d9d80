using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Local;
using Npgsql;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>What a private server keeps to itself. The tests' own is one.</summary>
public sealed class LocalPostgresSafetyTests
{
    private const UnixFileMode OursToRead = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task nobody_else_can_read_the_password_the_data_or_the_log()
    {
        var server = await TestServer.GetAsync();
        var password = new NpgsqlConnectionStringBuilder(server.Owner).Password!;
        var root = server.Folder.Root;

        File.GetUnixFileMode(Path.Combine(root, "owner.password")).Should().Be(OursToRead);
        foreach (var own in new[] { server.Folder.Data, server.Folder.Log, server.Folder.Sockets })
            File.GetUnixFileMode(own).Should().Be(OursToRead | UnixFileMode.UserExecute);
        (File.GetUnixFileMode(root) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)).Should().Be(UnixFileMode.None);
        Directory.GetFiles(root).Where(file => File.ReadAllText(file).Contains(password, StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Fact]
    public async Task the_log_is_in_files_and_quotes_no_row_and_no_password()
    {
        var server = await TestServer.GetAsync();
        await FluentActions.Awaiting(() => TestServer.RunAsync(server.Owner, "CREATE TEMP TABLE t (a text UNIQUE)", "INSERT INTO t SELECT 'sec' || 'ret' FROM generate_series(1, 2)"))
            .Should().ThrowAsync<PostgresException>();

        // It is written by a process of its own.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!Log(server).Contains("duplicate key", StringComparison.Ordinal)) await Task.Delay(20, limit.Token);
        Log(server).Should().NotContain("secret").And.NotContain(new NpgsqlConnectionStringBuilder(server.Role.Connection).Password);
    }

    [Fact]
    public async Task it_listens_on_no_network_and_lets_nobody_in_without_a_password()
    {
        var server = await TestServer.GetAsync();
        await using var connection = await StartChecks.ConnectAsync(server.Owner, CancellationToken.None);
        await using var command = new NpgsqlCommand("SELECT current_setting('listen_addresses') || count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'", connection);

        (await command.ExecuteScalarAsync()).Should().Be("0");
    }

    [Fact]
    public void what_it_has_acknowledged_it_has_stored() =>
        ServerSettings.For("/run").Should().NotContain(setting => setting.Contains("fsync", StringComparison.Ordinal) || setting.Contains("synchronous_commit", StringComparison.Ordinal)
            || setting.Contains("full_page_writes", StringComparison.Ordinal), "their defaults are on");

    private static string Log(TestServer server) => string.Concat(Directory.GetFiles(server.Folder.Log, "*.log").Select(File.ReadAllText));
}
