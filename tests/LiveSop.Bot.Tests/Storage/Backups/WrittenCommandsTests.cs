using System.Text.RegularExpressions;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Backups;
using LiveSop.Bot.Storage.Local;
using LiveSop.Bot.Tests.Conventions;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LiveSop.Bot.Tests.Storage.Backups;

/// <summary>The commands of docs/operations.md for containers do what they are there for. Run as they stand there, on this machine instead of in the container.</summary>
public sealed partial class WrittenCommandsTests : DatabaseRun
{
    [Fact]
    public async Task what_the_commands_for_containers_back_up_they_restore()
    {
        using var server = await TestServer.StartAsync();
        await using (var source = await DatabaseSource.OpenAsync(BackupTests.Of(server.Owner), NullLoggerFactory.Instance, default)) await BackupTests.FillAsync(source.Database);
        NpgsqlConnection.ClearAllPools();
        var (rows, rights) = (await Contents.RowsAsync(server.Owner), await Contents.RightsAsync(server.Owner));

        var blocks = Block().Matches(Project.Read("docs/operations.md")).Select(match => match.Groups[1].Value).ToList();
        blocks.Should().HaveCount(2, "one backs up and one restores");
        foreach (var block in blocks) (await RunAsync(server, block)).Should().Be((0, ""));

        (await Contents.RowsAsync(server.Owner)).Should().BeEquivalentTo(rows);
        await using (await DatabaseSource.OpenAsync(BackupTests.Of(server.Owner), NullLoggerFactory.Instance, default))
            (await Contents.RightsAsync(server.Owner)).Should().Equal(rights, "the bot makes them when it starts");
        rows["messages"].Should().ContainSingle();
    }

    private async Task<(int, string)> RunAsync(TestServer server, string block)
    {
        var here = string.Join('\n', block.Split('\n').Where(line => !Container().IsMatch(line)))
            .Replace("docker compose exec -T database ", "", StringComparison.Ordinal)
            .Replace("--username=livesop ", "--username=livesop_owner ", StringComparison.Ordinal);
        var programs = (await ServerPrograms.FindAsync(default))[0].Folder;
        var environment = new Dictionary<string, string>(LibpqAddress.Of(server.Owner)) { ["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}" };
        var run = await Shell.RunAsync(["sh", "-ec", here], Path.GetDirectoryName(File("x"))!, default, environment);
        return (run.ExitCode, run.Said.Replace("ALTER DATABASE\n", "", StringComparison.Ordinal));
    }

    [GeneratedRegex("^```sh compose\n(.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^docker compose (stop|start) bot$")]
    private static partial Regex Container();
}
