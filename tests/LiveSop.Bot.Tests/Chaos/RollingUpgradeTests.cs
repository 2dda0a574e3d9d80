using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Bot.Tests.World;

namespace LiveSop.Bot.Tests.Chaos;

/// <summary>A newer version starts beside the one that runs, which then stops, and nobody in Slack notices.</summary>
public sealed class RollingUpgradeTests
{
    private const string History = "\"__EFMigrationsHistory\"";

    [Fact]
    public async Task loses_and_doubles_nothing_when_one_replica_takes_over_from_another()
    {
        await using var storm = await Storm.BrewAsync(seed: 91, withBot: false);
        await using var first = await BotProcess.ListensAsync(storm.World, sockets: 1);
        await storm.InviteAsync();
        using var enough = new CancellationTokenSource();
        var talk = TalkAsync(storm, enough.Token);

        // What the newer version does to the database before it listens: it expands it, and raises its policies' version.
        await TestServer.RunAsync(storm.World.Database.Owner, $"INSERT INTO {History} VALUES ('29991231235959_AddSomething', '10.0.0')",
            $"COMMENT ON TABLE {History} IS 'row security 999 for another'", "ALTER TABLE messages ADD COLUMN of_a_later_version text", "CREATE TABLE of_a_later_version (id text)");
        await using var second = await BotProcess.ListensAsync(storm.World, sockets: 1);
        await HappensAsync(storm, 60);
        (await first.StopAsync()).Should().Be(0, "it ended what it had begun");
        await HappensAsync(storm, 60);
        await enough.CancelAsync();
        await talk;

        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        (await storm.ParkedEnvelopesAsync()).Should().Be(0);
        (await storm.CountAsync(EffectState.Parked)).Should().Be(0);
        storm.Slack.Deliveries.Tally.GivenUp.Should().Be(0);
        first.Said.Should().NotContain(line => line.Contains("not acknowledged", StringComparison.Ordinal));
    }

    /// <summary>Some things more have happened in Slack.</summary>
    private static Task HappensAsync(Storm storm, int more)
    {
        var until = storm.Happened + more;
        return storm.Slack.UntilAsync(() => storm.Happened >= until);
    }

    private static async Task TalkAsync(Storm storm, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await storm.Crowd.ActAsync();
            await Task.Delay(5, CancellationToken.None);
        }
    }
}
