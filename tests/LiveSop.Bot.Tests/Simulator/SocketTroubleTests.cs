using System.Net.WebSockets;
using System.Text.Json;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class SocketTroubleTests
{
    [Fact]
    public async Task warns_and_closes_ten_seconds_later()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Slack.Chaos.Warn();
        var warning = await socket.NextAsync();
        await rig.Ada.PostAsync("support", "still here");
        var last = await socket.EventAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(10));

        warning.Get("type").Should().Be("disconnect");
        warning.Get("reason").Should().Be("warning");
        last.Get("text").Should().Be("still here");
        (await socket.FrameAsync()).Type.Should().Be(WebSocketMessageType.Close);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task asks_for_a_refresh_and_may_close_at_once(bool close)
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Slack.Chaos.Refresh(close);
        var asked = await socket.NextAsync();
        await using var fresh = await rig.ListenAsync();
        for (var i = 0; i < 5; i++) await rig.Ada.PostAsync("support", "hello");

        asked.Get("reason").Should().Be("refresh_requested");
        rig.Slack.Deliveries.Select(d => d.Socket).Should().OnlyContain(s => s == 2, "a socket that is leaving is chosen last");
        if (close) (await socket.FrameAsync()).Type.Should().Be(WebSocketMessageType.Close);
    }

    [Fact]
    public async Task switches_socket_mode_off_and_on()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Slack.Chaos.DisableLink();
        var told = await socket.NextAsync();
        await using var again = await rig.ListenAsync();
        rig.Slack.Chaos.LinkDisabled = false;
        await using var later = await rig.ListenAsync();

        told.Get("reason").Should().Be("link_disabled");
        again.Hello.Get("reason").Should().Be("link_disabled");
        later.Hello.Get("type").Should().Be("hello");
    }

    [Fact]
    public async Task a_deaf_socket_is_chosen_and_loses_what_it_is_given()
    {
        await using var rig = await Rig.StartAsync();
        await using var deaf = await rig.ListenAsync();
        rig.Slack.Chaos.Deafen();

        await rig.Ada.PostAsync("support", "hello?");
        await using var good = await rig.ListenAsync();
        var heard = good.NextAsync();
        for (var i = 0; i < 3 && !heard.IsCompleted; i++)
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(3));
            rig.Clock.Advance(TimeSpan.FromSeconds(300));
        }

        (await heard).Get("payload.event.text").Should().Be("hello?");
        rig.Slack.Deliveries.First().State.Should().Be(DeliveryState.TimedOut);
        deaf.State.Should().Be(WebSocketState.Open);
    }

    [Fact]
    public async Task a_frozen_socket_answers_no_ping_and_stays_open()
    {
        await using var rig = await Rig.StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.FromMilliseconds(500);
        socket.Options.KeepAliveTimeout = TimeSpan.FromMilliseconds(2500);
        await socket.ConnectAsync(await rig.SocketUrlAsync(), CancellationToken.None);
        var buffer = new byte[4096];
        await socket.ReceiveAsync(buffer, CancellationToken.None);

        rig.Slack.Chaos.Freeze();
        await rig.Ada.PostAsync("support", "hello?");
        var end = async () => await socket.ReceiveAsync(buffer, CancellationToken.None);

        await end.Should().ThrowAsync<OperationCanceledException>("the client's own keep-alive is all that notices");
        rig.Slack.Deliveries.Should().ContainSingle().Which.Socket.Should().Be(1, "Slack believed that it was there");
    }

    [Fact]
    public async Task a_reset_comes_without_a_word()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Slack.Chaos.ResetConnections();
        var read = () => socket.FrameAsync();

        await read.Should().ThrowAsync<WebSocketException>();
        await rig.Slack.UntilAsync(() => rig.App.App.Sockets.Open.Count == 0);
    }

    [Fact]
    public async Task closes_the_websocket_and_keeps_the_connection()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Slack.Chaos.CloseWithoutHangingUp();
        var frame = await socket.FrameAsync();
        var closing = socket.CloseAsync();

        frame.Type.Should().Be(WebSocketMessageType.Close);
        await rig.Slack.UntilAsync(() => rig.App.App.Sockets.Open.All(s => !s.IsOpen));
        closing.IsFaulted.Should().BeFalse();
    }

    [Fact]
    public async Task may_never_say_hello_or_refuse_the_handshake()
    {
        await using var rig = await Rig.StartAsync();
        rig.Slack.Chaos.NeverGreet = true;
        await using var silent = await Listener.ConnectAsync(await rig.SocketUrlAsync());
        await rig.Ada.PostAsync("support", "hello");
        rig.Slack.Chaos.NeverGreet = false;
        rig.Slack.Chaos.RefuseHandshake = 409;
        var url = await rig.SocketUrlAsync();
        var refused = () => Listener.ConnectAsync(url);

        await refused.Should().ThrowAsync<WebSocketException>();
        silent.State.Should().Be(WebSocketState.Open);
        rig.App.App.Sockets.Open.Should().BeEmpty();
        rig.Slack.Deliveries.Should().OnlyContain(d => d.State == DeliveryState.Unsent);
    }

    [Fact]
    public async Task sends_frames_that_no_client_should_trip_over()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        rig.Slack.Chaos.SayBinary([0, 1, 2]);
        rig.Slack.Chaos.SayBrokenJson();
        var sent = rig.Team.Admin.SendAsync(rig.App, "future_type", JsonSerializer.SerializeToElement(new { foo = 1 }));

        (await socket.FrameAsync()).Type.Should().Be(WebSocketMessageType.Binary);
        (await socket.FrameAsync()).Bytes.Should().NotBeEmpty();
        var envelope = await socket.NextAsync();
        await socket.AckAsync(envelope);
        envelope.Get("type").Should().Be("future_type");
        (await sent).State.Should().Be(DeliveryState.Acked);
        rig.Slack.Faults.Should().BeEmpty("whatever it is, an ack is right");
    }
}
