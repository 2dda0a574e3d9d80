using LiveSop.Workspace.Slack.Trouble;
using Sabotage = System.Action<LiveSop.Workspace.Slack.Trouble.Chaos>;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class BadSocketTests
{
    private static readonly Dictionary<string, Sabotage> sabotages = new()
    {
        // Nothing tells of it but that no ping is answered, which takes the bot twenty seconds.
        ["half open"] = chaos => chaos.Freeze(),
        ["reset"] = chaos => chaos.ResetConnections(),
        ["closed"] = chaos => chaos.Close(),
        ["closed without hanging up"] = chaos => chaos.CloseWithoutHangingUp(),
        ["told to go and closed at once"] = chaos => chaos.Refresh(close: true),
    };

    public static TheoryData<string> Sabotages => [.. sabotages.Keys];

    [Theory]
    [MemberData(nameof(Sabotages))]
    public async Task hears_everything_though_its_socket_is(string what)
    {
        await using var storm = await Storm.BrewAsync(seed: 21);
        var before = storm.World.App.App.Sockets.Opened;

        await storm.Crowd.ActAsync(10);
        sabotages[what](storm.Slack.Chaos);
        await storm.Crowd.ActAsync(20);
        await storm.Slack.UntilAsync(() => storm.World.App.App.Sockets.Opened > before);

        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        storm.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task hears_everything_though_slack_spoke_to_a_deaf_socket_for_a_while()
    {
        await using var storm = await Storm.BrewAsync(seed: 22);
        var before = storm.World.App.App.Sockets.Opened;

        storm.Slack.Chaos.Deafen();
        await storm.Crowd.ActAsync(20);
        storm.Turn();
        // Nothing shows from here that a socket which answers pings delivers nothing; sooner or later Slack ends it.
        storm.Slack.Chaos.ResetConnections();
        await storm.Slack.UntilAsync(() => storm.World.App.App.Sockets.Opened > before);

        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        storm.Slack.Deliveries.Tally.Retried.Should().BeGreaterThan(20);
    }

    [Fact]
    public async Task is_without_a_socket_at_no_moment_of_a_storm_of_renewals()
    {
        await using var storm = await Storm.BrewAsync(seed: 23);

        // Each renewal may wait up to three seconds, so that many bots do not come back at once: that bounds how many are tried.
        for (var renewal = 0; renewal < 8; renewal++)
        {
            var before = storm.World.App.App.Sockets.Opened;
            if (renewal % 2 == 0) storm.Slack.Chaos.Refresh();
            else storm.Slack.Chaos.Warn();
            for (; storm.World.App.App.Sockets.Opened == before; await Task.Delay(20)) await storm.Crowd.ActAsync();
        }

        storm.Slack.Deliveries.Should().NotContain(delivery => delivery.Socket == null);
        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        storm.Slack.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData(nameof(Mishap.Duplicate))]
    [InlineData(nameof(Mishap.Overtaken))]
    [InlineData(nameof(Mishap.Lost))]
    [InlineData(nameof(Mishap.Fragmented))]
    [InlineData(nameof(Mishap.Strange))]
    [InlineData(nameof(Mishap.NoTeam))]
    public async Task handles_once_what_comes_in_disorder(string mishap)
    {
        await using var storm = await Storm.BrewAsync(seed: 24);
        using var trouble = storm.Slack.Chaos.OnEnvelopes(Enum.Parse<Mishap>(mishap), When.Chance(0.3));

        for (var i = 0; i < 5; i++)
        {
            await storm.Crowd.ActAsync(15);
            storm.Turn();
        }

        trouble.Dispose();
        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        trouble.Count.Should().BeGreaterThan(10);
        storm.Slack.Faults.Should().BeEmpty();
    }
}
