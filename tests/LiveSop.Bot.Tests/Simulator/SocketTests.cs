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
    public async Task shows_what_a_command_was_answered()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        var asked = rig.Ada.SlashAsync("support", "/sop", "help");
        var envelope = await socket.AnswerAsync("""{"text":"Here is what I can do"}""");

        var shown = await asked;
        shown.Should().BeOfType<LiveSop.Workspace.Slack.Shown.Said>().Which.Message.Text.Should().Be("Here is what I can do");
        envelope.Get("payload.text").Should().Be("help");
        envelope.Get("payload.is_enterprise_install").Should().Be("false");
        rig.Team.Visible(rig.Ada, "support").Messages[^1].IsEphemeral.Should().BeTrue();
        rig.Team.Visible(rig.Bo, "support").Messages.Should().NotContain(m => m.IsEphemeral);
    }

    [Fact]
    public async Task tells_the_user_when_nobody_acks()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        var asked = rig.Ada.SlashAsync("support", "/sop", "help");
        await socket.NextAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(3));

        (await asked).Should().Be(new LiveSop.Workspace.Slack.Shown.Failed("/sop failed with the error \"operation_timeout\""));
        rig.Slack.Deliveries.Tally.UserErrors.Should().Be(1);
    }
}
