using System.Text.Json;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class AckTests
{
    [Fact]
    public async Task tries_an_unacked_event_four_times_under_one_event_id()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        await rig.Ada.PostAsync("support", "anybody there?");

        var tries = new List<JsonElement> { await socket.NextAsync() };
        foreach (var wait in new[] { 3, 63, 303 })
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(3));
            rig.Clock.Advance(TimeSpan.FromSeconds(wait - 3));
            tries.Add(await socket.NextAsync());
        }
        rig.Clock.Advance(TimeSpan.FromHours(1));

        tries.Select(t => t.Get("payload.event_id")).Distinct().Should().ContainSingle();
        tries.Select(t => t.Get("envelope_id")).Should().OnlyHaveUniqueItems();
        tries.Select(t => t.Get("retry_attempt")).Should().Equal("0", "1", "2", "3");
        tries.Select(t => t.Get("retry_reason")).Should().Equal("", "timeout", "timeout", "timeout");
        rig.Slack.Deliveries.Tally.GivenUp.Should().Be(1);
    }

    [Fact]
    public async Task an_acked_event_is_not_tried_again()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        await rig.Ada.PostAsync("support", "anybody there?");
        await socket.EventAsync();
        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Pending == 0);

        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        rig.Slack.Deliveries.Should().ContainSingle().Which.State.Should().Be(DeliveryState.Acked);
    }

    [Fact]
    public async Task an_ack_after_three_seconds_is_late()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        await rig.Ada.PostAsync("support", "anybody there?");
        var envelope = await socket.NextAsync();

        rig.Clock.Advance(TimeSpan.FromSeconds(3));
        await socket.AckAsync(envelope);

        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Tally.Late == 1);
        rig.Slack.Deliveries.First().AckedAfter.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task events_without_a_socket_wait_for_one()
    {
        await using var rig = await Rig.StartAsync();
        await rig.Ada.PostAsync("support", "anybody there?");
        await using var socket = await rig.ListenAsync();

        rig.Clock.Advance(TimeSpan.FromSeconds(61));

        var late = await socket.NextAsync();
        late.Get("payload.event.text").Should().Be("anybody there?");
        late.Get("retry_attempt").Should().NotBe("0");
    }

    [Fact]
    public async Task a_command_is_sent_once_and_the_user_is_told_that_it_failed()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        var asked = rig.Ada.SlashAsync("support", "/sop", "help");
        await socket.NextAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(3));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        (await asked).Should().Be(new Shown.Failed("/sop failed with the error \"operation_timeout\""));
        rig.Slack.Deliveries.Should().ContainSingle().Which.UserSawError.Should().BeTrue();
        rig.Team.Visible(rig.Ada, "support").Messages[^1].IsEphemeral.Should().BeTrue();
    }

    [Fact]
    public async Task a_command_without_any_socket_fails_at_once()
    {
        await using var rig = await Rig.StartAsync();

        (await rig.Ada.SlashAsync("support", "/sop")).Should().Be(new Shown.Failed("/sop failed with the error \"dispatch_failed\""));
    }

    [Fact]
    public async Task a_payload_that_is_not_accepted_is_a_fault()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        await rig.Ada.PostAsync("support", "anybody there?");

        await socket.AnswerAsync("""{"text":"me"}""");

        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Tally.Acked == 1);
        rig.Slack.Faults.Should().ContainSingle().Which.Why.Should().Contain("does not accept");
    }

    [Fact]
    public async Task an_empty_payload_is_no_fault_because_bolt_sends_it_always()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        await rig.Ada.PostAsync("support", "anybody there?");

        await socket.AnswerAsync("{}");

        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Tally.Acked == 1);
        rig.Slack.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{\"envelope_id\":\"made-up\"}")]
    [InlineData("hello")]
    [InlineData("[1]")]
    public async Task what_acks_nothing_is_a_fault(string frame)
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();

        await socket.SendAsync(frame);

        await rig.Slack.UntilAsync(() => rig.Slack.Faults.Any(f => f.Where == "socket"));
    }

    [Fact]
    public async Task an_ack_on_another_socket_of_the_app_counts()
    {
        await using var rig = await Rig.StartAsync();
        await using var first = await rig.ListenAsync();
        await rig.Ada.PostAsync("support", "anybody there?");
        var envelope = await first.NextAsync();
        await using var second = await rig.ListenAsync();

        await second.AckAsync(envelope);

        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Tally.Acked == 1);
    }
}
