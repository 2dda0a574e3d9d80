using LiveSop.Bot.Tests.World;

namespace LiveSop.Bot.Tests.Telemetry;

/// <summary>What a collector is sent, and what it is not.</summary>
public sealed class ExportTests
{
    private const string Said = "Quillfeather";

    [Fact]
    public async Task sends_numbers_and_traces_to_the_collector_that_the_environment_names_and_nothing_that_was_said()
    {
        await using var collector = await Collector.StartAsync();
        await using var world = await World.World.StartAsync(withBot: false);
        var ada = world.Person("ada");
        await using var bot = await BotProcess.ListensAsync(world, 1,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"));
        await world.InviteAsync(ada, "support");
        var asked = await ada.PostAsync("support", $"@{world.Bot} help {Said}");
        await world.Slack.UntilAsync(() => world.Workspace.Visible(ada, "support").Thread(asked).Count > 0);
        await world.RestAsync();
        // The gauges are measured now and then, and sent with what comes after.
        await world.UntilAsync(_ => Task.FromResult(collector.Received("/v1/metrics").Contains("livesop.slack.sockets.open", StringComparison.Ordinal)));

        (await bot.StopAsync()).Should().Be(0);

        var (numbers, traces) = (collector.Received("/v1/metrics"), collector.Received("/v1/traces"));
        numbers.Should().ContainAll("livesop.inbox.age", "livesop.inbox.ack.duration", "livesop.inbox.handled", "livesop.outbox.waiting", "livesop.outbox.age", "livesop.outbox.attempts",
            "livesop.job.duration", "livesop.slack.call.duration", "livesop.slack.sockets.open", "service.name", world.Workspace.Id);
        traces.Should().ContainAll("livesop.receive", "livesop.handle", "livesop.effect", "livesop.job", "chat.postMessage", "service.name");
        foreach (var sent in new[] { numbers, traces }) sent.Should().NotContainAny(Said, world.App.BotToken, world.App.AppToken, "xoxb-", "xapp-", "ticket=", "hooks.slack.com");
    }

    [Fact]
    public async Task sends_nothing_where_no_collector_is_named()
    {
        await using var collector = await Collector.StartAsync();
        await using var world = await World.World.StartAsync(withBot: false);
        await using var bot = await BotProcess.ListensAsync(world, 1, ("OTEL_SDK_DISABLED", "true"), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));

        (await bot.StopAsync()).Should().Be(0, "it said: {0}", string.Join(" / ", bot.Said));

        collector.Received("/v1/metrics").Should().BeEmpty();
        collector.Received("/v1/traces").Should().BeEmpty();
    }
}
