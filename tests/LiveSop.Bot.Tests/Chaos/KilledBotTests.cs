using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.World;
using LiveSop.Workspace;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class KilledBotTests
{
    /// <summary>Enough to meet each of the few dozen steps between an event and its answer; a start takes a second or two.</summary>
    private const int Kills = 50;

    [Fact]
    public async Task loses_and_doubles_nothing_when_it_is_killed_again_and_again()
    {
        await using var storm = await Storm.BrewAsync(seed: 1, withBot: false);
        var dice = new Dice(2);
        await using (var first = await BotProcess.ListensAsync(storm.World)) await storm.InviteAsync();

        for (var kill = 0; kill < Kills; kill++)
        {
            // Every other time it comes to hear all that it missed, or an event would fail four times and Slack would give it up.
            if (kill % 2 == 0) await KillWhileTalkingAsync(storm, dice);
            else if (dice.Chance(0.7)) await KillWhileCatchingUpAsync(storm, dice);
            else await KillWhileStartingAsync(storm, dice);
            await storm.Crowd.ActAsync(3);
        }

        await using var last = await BotProcess.ListensAsync(storm.World);
        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        storm.Slack.Deliveries.Tally.Retried.Should().BeGreaterThan(Kills, "otherwise nothing went wrong");
        storm.Slack.Deliveries.Tally.GivenUp.Should().Be(0);
        (await storm.ParkedEnvelopesAsync()).Should().Be(0);
        (await storm.ParkedJobsAsync()).Should().Be(0);
        (await storm.CountAsync(EffectState.Parked)).Should().Be(0);
    }

    [Fact]
    public async Task tells_slack_once_what_it_was_telling_when_it_was_killed()
    {
        await using var storm = await Storm.BrewAsync(seed: 3, withBot: false);
        await using (var bot = await BotProcess.ListensAsync(storm.World))
        {
            await storm.InviteAsync();
            using var hang = storm.Slack.Chaos.OnCalls(new CallTrouble.LostAnswer(Loss.Hang), When.Next(Crowd.Places.Count), "chat.postMessage");
            foreach (var place in Crowd.Places) await storm.Crowd.MentionAsync(place);
            await storm.Slack.UntilAsync(() => hang.Count == Crowd.Places.Count);
            await bot.KillAsync();
        }

        await using var next = await BotProcess.ListensAsync(storm.World);
        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
    }

    private static async Task KillWhileTalkingAsync(Storm storm, Dice dice)
    {
        await using var bot = await BotProcess.ListensAsync(storm.World);
        await storm.DeliverAsync();
        await KillAsync(bot, storm, storm.Happened + dice.Between(1, 60), pause: 3);
    }

    private static async Task KillWhileCatchingUpAsync(Storm storm, Dice dice)
    {
        await using var bot = await BotProcess.ListensAsync(storm.World);
        var until = storm.Happened + dice.Between(1, 12);
        storm.Turn();
        await KillAsync(bot, storm, until, pause: 3);
    }

    private static async Task KillWhileStartingAsync(Storm storm, Dice dice)
    {
        var until = storm.Happened + dice.Between(1, 8);
        await using var bot = BotProcess.Start(storm.World);
        await KillAsync(bot, storm, until, pause: 100);
    }

    /// <param name="pause">Milliseconds between two things that people do.</param>
    private static async Task KillAsync(BotProcess bot, Storm storm, long until, int pause)
    {
        for (; storm.Happened < until; await Task.Delay(pause)) await storm.Crowd.ActAsync();
        await bot.KillAsync();
    }
}
