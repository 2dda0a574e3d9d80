using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.World;
using LiveSop.Workspace;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class ReplicaTests
{
    /// <summary>Each of the two dies as often as the other.</summary>
    private const int Deaths = 6;

    [Fact]
    public async Task one_dies_and_the_other_does_its_work()
    {
        await using var storm = await Storm.BrewAsync(seed: 41, withBot: false);
        var dice = new Dice(42);
        var replicas = new[] { await ReplicaAsync(storm), await ReplicaAsync(storm) };
        await storm.InviteAsync();

        for (var death = 0; death < Deaths; death++)
        {
            var until = storm.Happened + dice.Between(20, 80);
            for (; storm.Happened < until; await Task.Delay(2)) await storm.Crowd.ActAsync();
            await replicas[death % 2].KillAsync();
            await storm.Crowd.ActAsync(10);
            // Until Slack sees that it is gone, it goes on speaking to it; what it said so is delivered again, to the other.
            await storm.Slack.UntilAsync(() => storm.World.App.App.Sockets.Open.Count == 1);
            await storm.DeliverAsync();
            await replicas[death % 2].DisposeAsync();
            replicas[death % 2] = await ReplicaAsync(storm);
        }

        await storm.SettleAsync();
        foreach (var replica in replicas) await replica.DisposeAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        (await storm.ParkedEnvelopesAsync()).Should().Be(0);
        (await storm.CountAsync(EffectState.Parked)).Should().Be(0);
    }

    [Fact]
    public async Task two_at_once_do_everything_once()
    {
        await using var storm = await Storm.BrewAsync(seed: 43);
        await storm.World.StartBotAsync();

        await storm.Crowd.ActAsync(300);
        await storm.SettleAsync();

        (await storm.DifferencesAsync()).Should().BeEmpty();
        storm.Slack.Faults.Should().BeEmpty();
    }

    private static Task<BotProcess> ReplicaAsync(Storm storm) => BotProcess.ListensAsync(storm.World, sockets: 1);
}
