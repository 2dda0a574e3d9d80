using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class SocketTests
{
    [Fact]
    public async Task greets_a_socket_and_delivers_what_is_said()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        var ts = await rig.Ada.PostAsync("support", "the export hangs");
        var envelope = await socket.NextAsync();
        await socket.AckAsync(envelope);

        socket.Hello.Get("type").Should().Be("hello");
        socket.Hello.Get("num_connections").Should().Be("1");
        envelope.Get("type").Should().Be("events_api");
        envelope.Get("accepts_response_payload").Should().Be("False");
        envelope.Get("payload.event.text").Should().Be("the export hangs");
        envelope.Get("payload.event.ts").Should().Be(ts);
        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Any(d => d.State == DeliveryState.Acked));
        rig.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task a_ticket_opens_one_socket()
    {
        await using var rig = await Rig.StartAsync();
        var url = await rig.SocketUrlAsync();
        await using var first = await Listener.OpenAsync(url);

        var again = () => Listener.ConnectAsync(url);

        await again.Should().ThrowAsync<System.Net.WebSockets.WebSocketException>();
        rig.Slack.Faults.Should().ContainSingle(f => f.Where == "socket");
    }

    [Fact]
    public async Task spreads_what_is_said_over_all_sockets()
    {
        await using var rig = await Rig.StartAsync();
        await using var one = await rig.ListenAsync();
        await using var two = await rig.ListenAsync();

        for (var i = 0; i < 20; i++) await rig.Ada.PostAsync("support", $"message {i}");

        rig.Slack.Deliveries.Select(d => d.Socket).Distinct().Should().BeEquivalentTo([1, 2]);
        two.Hello.Get("num_connections").Should().Be("2");
    }

    [Fact]
    public async Task sends_the_eleventh_socket_away()
    {
        await using var rig = await Rig.StartAsync();
        var ten = new List<Listener>();
        for (var i = 0; i < 10; i++) ten.Add(await rig.ListenAsync());

        await using var eleventh = await Listener.ConnectAsync(await rig.SocketUrlAsync());

        (await eleventh.NextAsync()).Get("reason").Should().Be("too_many_websockets");
        (await eleventh.FrameAsync()).Type.Should().Be(System.Net.WebSockets.WebSocketMessageType.Close);
        rig.App.App.Sockets.Open.Should().HaveCount(10);
        foreach (var socket in ten) await socket.DisposeAsync();
    }

    [Fact]
    public async Task forgets_a_socket_that_the_client_closed()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        await socket.CloseAsync();

        await rig.Slack.UntilAsync(() => rig.App.App.Sockets.Open.Count == 0);
    }

    [Fact]
    public async Task an_app_level_token_opens_sockets_and_does_nothing_else()
    {
        await using var rig = await Rig.StartAsync();

        (await rig.CallAsync("auth.test", rig.App.AppToken, [])).Get("error").Should().Be("not_allowed_token_type");
        (await rig.CallAsync("apps.connections.open")).Get("error").Should().Be("not_allowed_token_type");
        (await rig.CallAsync("apps.connections.open", "xapp-wrong", [])).Get("error").Should().Be("invalid_auth");
    }
}
