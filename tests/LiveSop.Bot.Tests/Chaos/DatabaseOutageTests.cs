using LiveSop.Bot.Tests.Storage;

namespace LiveSop.Bot.Tests.Chaos;

public sealed class DatabaseOutageTests
{
    [Fact]
    public async Task waits_for_its_database_and_goes_on()
    {
        using var server = await TestServer.StartAsync();
        await using var storm = await Storm.BrewAsync(seed: 11, server: server);

        foreach (var end in new[] { server.StopAsync, server.CrashAsync, server.CrashAsync })
        {
            using var enough = new CancellationTokenSource();
            var talk = TalkAsync(storm, enough.Token);
            await end();
            // What is delivered now waits for the database, unacknowledged, until Slack delivers it again.
            await storm.Crowd.ActAsync(20);
            storm.Turn();
            await server.RestartAsync();
            await enough.CancelAsync();
            await talk;
            await storm.DeliverAsync();
        }

        await storm.SettleAsync();
        (await storm.DifferencesAsync()).Should().BeEmpty();
        storm.Slack.Deliveries.Tally.Retried.Should().BeGreaterThan(20, "otherwise the database was not missed");
        storm.Slack.Faults.Where(fault => fault.Where == "socket").Should().BeEmpty();
    }

    private static async Task TalkAsync(Storm storm, CancellationToken enough)
    {
        // At most so many, for a machine on which a server stops slowly.
        for (var i = 0; i < 200 && !enough.IsCancellationRequested; i++)
        {
            await storm.Crowd.ActAsync();
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
