using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.World;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class StoppedBotTests
{
    private const int Stops = 4;

    [Fact]
    public async Task ends_what_it_began_when_it_is_told_to_stop_and_leaves_the_rest_to_the_next()
    {
        await using var storm = await Storm.BrewAsync(seed: 71, withBot: false);
        await using (await BotProcess.ListensAsync(storm.World)) await storm.InviteAsync();

        for (var stop = 0; stop < Stops; stop++)
        {
            await using var bot = await BotProcess.ListensAsync(storm.World);
            await storm.DeliverAsync();
            var until = storm.Happened + 40;
            for (; storm.Happened < until; await Task.Delay(2)) await storm.Crowd.ActAsync();
            await storm.Crowd.ActAsync(20);

            (await bot.StopAsync()).Should().Be(0, "it was not broken off");

            (await UnknownAsync(storm)).Should().Be(0, "it knows what became of everything that it told Slack");
            bot.Said.Should().NotContain(line => line.Contains("not acknowledged", StringComparison.Ordinal), "what was received was acknowledged");
        }

        await using var last = await BotProcess.ListensAsync(storm.World);
        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
    }

    /// <summary>Effects that were begun, and of which nobody knows whether they were done.</summary>
    private static Task<int> UnknownAsync(Storm storm) => storm.CountAsync(EffectState.Sending);
}
