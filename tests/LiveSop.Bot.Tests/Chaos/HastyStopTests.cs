using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.World;
using LiveSop.Bot.Work;
using LiveSop.Workspace.Slack.Trouble;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class HastyStopTests
{
    /// <summary>Its exit code says whether it ended what it had begun in the time that it gives itself, which is less than the ten seconds after which others kill it.</summary>
    [Fact]
    public async Task stops_in_time_while_calls_hang_jobs_run_and_queues_are_full()
    {
        await using var storm = await Storm.BrewAsync(seed: 95, withBot: false);
        await using (var bot = await BotProcess.ListensAsync(storm.World))
        {
            await storm.InviteAsync();
            using var posts = storm.Slack.Chaos.OnCalls(new CallTrouble.LostAnswer(Loss.Hang), method: "chat.postMessage");
            // What the bot reads when it comes into a channel: a job that does not end.
            using var reading = storm.Slack.Chaos.OnCalls(new CallTrouble.Hang(), method: "conversations.history");
            await ReadAgainAsync(storm);
            await storm.Crowd.ActAsync(400);
            await storm.Crowd.MentionAsync("support");
            await storm.Slack.UntilAsync(() => posts.Count > 0 && reading.Count > 0);

            (await bot.StopAsync()).Should().Be(0);
            bot.Said.Should().NotContain(line => line.Contains("did not end within", StringComparison.Ordinal));
        }

        await using var next = await BotProcess.ListensAsync(storm.World);
        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
    }

    // As if it had been killed while it read the channel.
    private static Task ReadAgainAsync(Storm storm) => storm.World.Database.DoAsync(new Scope.Miner(new(storm.World.Workspace.Id)), async unit =>
    {
        var channel = new ChannelId(storm.World.Workspace.Conversation("general").Id);
        var reading = await unit.Db.Readings.FirstAsync(one => one.ChannelId == channel);
        (reading.State, reading.ReachedTs, reading.PagesDone) = (ReadingState.Running, null, false);
        await new Jobs(unit, new(storm.World.Workspace.Id), TimeProvider.System.GetUtcNow()).AddAsync("read again", new Job.ReadChannel(reading.ReadingId), CancellationToken.None);
    });
}
