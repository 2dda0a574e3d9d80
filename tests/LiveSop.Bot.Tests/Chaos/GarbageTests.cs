using System.Text;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class GarbageTests
{
    private const int Frames = 10_000;

    [Fact]
    public async Task goes_on_under_ten_thousand_frames_of_garbage()
    {
        await using var storm = await Storm.BrewAsync(seed: 51);
        var garbage = new Garbage(52, storm.World.App.Bot.Id);

        for (var i = 0; i < Frames; i++)
        {
            var frame = garbage.Frame();
            if (i % 500 == 0) storm.Slack.Chaos.SayBinary(frame);
            else storm.Slack.Chaos.Say(Encoding.UTF8.GetString(frame));
            // Not faster than it is taken: what lies in the simulator's hands tries nobody.
            if (i % 50 != 0) continue;
            await storm.Crowd.ActAsync();
            await storm.Slack.UntilAsync(() => storm.Slack.Deliveries.Pending == 0);
        }

        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        (await storm.ParkedEnvelopesAsync()).Should().Be(0, "what can be read is handled, and what cannot is let go");
        storm.World.App.App.Sockets.Open.Should().ContainSingle();
    }
}
