using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.SocketMode;

namespace LiveSop.Bot.Tests.Slack.SocketMode;

/// <summary>What arrives is handed over, and acknowledged when it is safe.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private ScriptedSlack slack = null!;

    public async Task InitializeAsync() => slack = await ScriptedSlack.StartAsync();

    public async Task DisposeAsync() => await slack.DisposeAsync();

    [Fact]
    public async Task acknowledges_after_the_receiver_is_done_and_reads_on_meanwhile()
    {
        var gates = new ConcurrentDictionary<string, TaskCompletionSource>();
        await using var bot = await ListenAsync();
        bot.Receive = async (envelope, _) =>
        {
            await gates.GetOrAdd(envelope.Id, _ => new TaskCompletionSource()).Task;
            return Ack.Empty;
        };

        for (var n = 1; n <= 50; n++) await slack.Sockets[0].DeliverAsync($"e-{n}");
        await bot.UntilAsync(() => gates.Count == 50);
        bot.Received.Should().Equal(Enumerable.Range(1, 50).Select(n => $"e-{n}"), "they are handed over in the order in which they came");
        slack.Sockets[0].Acks.Should().BeEmpty("nothing is safe yet");

        gates["e-17"].SetResult();
        await bot.UntilAsync(() => slack.Sockets[0].Acks.Any());
        slack.Sockets[0].Acks.Should().Equal("e-17");
        foreach (var gate in gates.Values) gate.TrySetResult();
        await bot.UntilAsync(() => slack.Sockets[0].Acks.Count() == 50);
    }

    [Fact]
    public async Task reads_no_further_than_it_may_have_in_hand()
    {
        var release = new TaskCompletionSource();
        await using var bot = await ListenAsync(options => options.InFlight = 3);
        bot.Receive = async (_, _) => { await release.Task; return Ack.Empty; };

        for (var n = 1; n <= 10; n++) await slack.Sockets[0].DeliverAsync($"e-{n}");
        await bot.UntilAsync(() => bot.Received.Count() == 3);
        bot.Received.Should().HaveCount(3);
        release.SetResult();

        await bot.UntilAsync(() => slack.Sockets[0].Acks.Count() == 10);
    }

    [Fact]
    public async Task what_the_receiver_refuses_is_not_acknowledged_and_costs_nothing_else()
    {
        await using var bot = await ListenAsync();
        bot.Receive = (envelope, _) => envelope.Id == "bad" ? throw new InvalidOperationException("the database is away") : ValueTask.FromResult(Ack.Empty);

        await slack.Sockets[0].DeliverAsync("bad");
        await slack.Sockets[0].DeliverAsync("good");
        await bot.UntilAsync(() => slack.Sockets[0].Acks.Any());

        slack.Sockets[0].Acks.Should().Equal("good");
        slack.Sockets.Should().ContainSingle("the socket lives on");
    }

    [Theory]
    [InlineData(true, """{"envelope_id":"e-1","payload":{"response_action":"clear"}}""")]
    [InlineData(false, """{"envelope_id":"e-1"}""")]
    public async Task answers_with_a_payload_only_where_one_is_accepted(bool accepts, string expected)
    {
        await using var bot = await ListenAsync();
        bot.Receive = (_, _) => ValueTask.FromResult(new Ack(new JsonObject { ["response_action"] = "clear" }));

        await slack.Sockets[0].SendAsync($$"""{"envelope_id":"e-1","type":"interactive","accepts_response_payload":{{(accepts ? "true" : "false")}},"payload":{} }""");
        await bot.UntilAsync(() => slack.Sockets[0].Received.Any());

        slack.Sockets[0].Received.Should().Equal(expected);
    }

    [Fact]
    public async Task acknowledges_what_it_does_not_know() => await AcknowledgesAsync("""{"envelope_id":"after","type":"holograms","payload":7}""");

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[]")]
    [InlineData("""{"type":"ping"}""")]
    [InlineData("""{"type":"hello","num_connections":1}""")]
    [InlineData("""{"envelope_id":null,"type":"events_api"}""")]
    public async Task passes_over_what_cannot_be_read(string frame)
    {
        await using var bot = await ListenAsync();
        await slack.Sockets[0].SendAsync(frame);
        await slack.Sockets[0].SendBinaryAsync([1, 2, 3]);

        await slack.Sockets[0].DeliverAsync("after");

        await bot.UntilAsync(() => slack.Sockets[0].Acks.Contains("after"));
        bot.Received.Should().Equal("after");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public async Task puts_fragments_and_large_frames_together(int fragments)
    {
        var text = new string('ü', 1_900_000);
        await using var bot = await ListenAsync();
        var read = "";
        bot.Receive = (envelope, _) => { read = envelope.Payload.GetProperty("text").GetString()!; return ValueTask.FromResult(Ack.Empty); };

        await slack.Sockets[0].SendAsync($$"""{"envelope_id":"large","type":"events_api","payload":{"text":"{{text}}"} }""", fragments);
        await bot.UntilAsync(() => slack.Sockets[0].Acks.Contains("large"));

        (read == text).Should().BeTrue("nothing of it is lost");
    }

    [Fact]
    public async Task passes_over_a_frame_that_is_too_long()
    {
        await using var bot = await ListenAsync(options => options.LongestFrame = 100_000);

        await slack.Sockets[0].DeliverAsync("long", $$"""{"text":"{{new string('x', 300_000)}}"}""");
        await slack.Sockets[0].DeliverAsync("after");

        await bot.UntilAsync(() => slack.Sockets[0].Acks.Any());
        slack.Sockets[0].Acks.Should().Equal("after");
    }

    [Fact]
    public async Task what_is_under_way_is_acknowledged_before_the_bot_leaves()
    {
        var release = new TaskCompletionSource();
        await using var bot = await ListenAsync();
        bot.Receive = async (_, _) => { await release.Task; return Ack.Empty; };
        await slack.Sockets[0].DeliverAsync("e-1");
        await bot.UntilAsync(() => bot.Received.Any());

        var stopping = bot.StopAsync();
        await bot.UntilAsync(() => bot.Clock.Waits.Contains(SlackSockets.Grace));
        await slack.Sockets[0].DeliverAsync("too late");
        release.SetResult();

        (await stopping).Should().Be(new ListeningEnd.Stopped());
        await bot.UntilAsync(() => slack.Sockets[0].IsOver);
        slack.Sockets[0].Acks.Should().Equal("e-1");
        slack.Sockets[0].WasClosed.Should().BeTrue();
    }

    [Fact]
    public async Task a_receiver_that_hangs_does_not_keep_the_bot_from_leaving()
    {
        await using var bot = await ListenAsync();
        bot.Receive = async (_, cancellation) => { await Task.Delay(Timeout.Infinite, cancellation); return Ack.Empty; };
        await slack.Sockets[0].DeliverAsync("e-1");
        await bot.UntilAsync(() => bot.Received.Any());

        (await bot.StopAsync(step: 1)).Should().Be(new ListeningEnd.Stopped());

        slack.Sockets[0].Acks.Should().BeEmpty();
    }

    private async Task AcknowledgesAsync(string frame)
    {
        await using var bot = await ListenAsync();
        await slack.Sockets[0].SendAsync(frame);
        await bot.UntilAsync(() => slack.Sockets[0].Acks.Contains("after"));
    }

    private async Task<Listener> ListenAsync(Action<SocketOptions>? configure = null)
    {
        var bot = new Listener(slack, configure);
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 1);
        return bot;
    }
}
