using System.Text.Json;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Bot.Tests.Simulator;

public sealed class EnvelopeTroubleTests
{
    [Fact]
    public async Task delivers_the_same_envelope_twice()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        using var trouble = rig.Slack.Chaos.OnEnvelopes(Mishap.Duplicate, When.Every(2));

        await rig.Ada.PostAsync("support", "one");
        await rig.Ada.PostAsync("support", "two");
        var ids = new[] { await socket.AnswerAsync(), await socket.AnswerAsync(), await socket.AnswerAsync() }.Select(e => e.Get("envelope_id")).ToList();

        ids[1].Should().Be(ids[2]).And.NotBe(ids[0]);
        trouble.Count.Should().Be(1);
        rig.Slack.Deliveries.Tally.Duplicates.Should().Be(1);
        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Last().Acks == 2);
        rig.Slack.Faults.Should().BeEmpty("acking both is right");
    }

    [Fact]
    public async Task lets_one_be_overtaken_and_none_be_lost()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        using var trouble = rig.Slack.Chaos.OnEnvelopes(Mishap.Overtaken, When.Next(1));

        await rig.Ada.PostAsync("support", "one");
        await rig.Ada.PostAsync("support", "two");

        (await socket.EventAsync()).Get("text").Should().Be("two");
        (await socket.EventAsync()).Get("text").Should().Be("one");
    }

    [Fact]
    public async Task lets_the_last_one_come_late_when_nothing_overtakes_it()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        using var trouble = rig.Slack.Chaos.OnEnvelopes(Mishap.Overtaken);

        await rig.Ada.PostAsync("support", "one");
        rig.Clock.Advance(TimeSpan.FromSeconds(1));

        (await socket.EventAsync()).Get("text").Should().Be("one");
    }

    [Fact]
    public async Task loses_one_on_the_way()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        using var trouble = rig.Slack.Chaos.OnEnvelopes(Mishap.Lost, When.Next(1));

        await rig.Ada.PostAsync("support", "one");
        rig.Clock.Advance(TimeSpan.FromSeconds(3));
        rig.Clock.Advance(TimeSpan.FromMilliseconds(1));

        (await socket.NextAsync()).Get("retry_attempt").Should().Be("1");
    }

    [Fact]
    public async Task cuts_envelopes_into_frames_and_makes_them_huge()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        using var huge = rig.Slack.Chaos.OnEnvelopes(Mishap.Bloated);
        using var cut = rig.Slack.Chaos.OnEnvelopes(Mishap.Fragmented);

        await rig.Ada.PostAsync("support", "one");
        var (bytes, _, pieces) = await socket.FrameAsync();

        bytes.Length.Should().BeGreaterThan(1 << 20);
        pieces.Should().BeGreaterThan(10);
        JsonSerializer.Deserialize<JsonElement>(bytes).Get("payload.event.text").Should().Be("one");
    }

    [Fact]
    public async Task leaves_out_what_is_optional_and_keeps_what_identifies()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        using var trouble = rig.Slack.Chaos.OnEnvelopes(Mishap.Bare);

        await rig.Ada.PostAsync("support", "one");
        var envelope = await socket.AnswerAsync();

        envelope.At("retry_attempt").Should().BeNull();
        envelope.At("payload.authorizations").Should().BeNull();
        envelope.At("payload.event.blocks").Should().BeNull();
        envelope.Get("payload.event_id").Should().StartWith("Ev");
        envelope.Get("payload.event.channel").Should().Be(rig.Support);
        envelope.Get("payload.event.ts").Should().NotBeNull();
    }

    [Fact]
    public async Task adds_what_nobody_has_heard_of()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        using var trouble = rig.Slack.Chaos.OnEnvelopes(Mishap.Strange);

        await rig.Ada.PostAsync("support", "one");
        var envelope = await socket.AnswerAsync();

        envelope.Get("x_new_text").Should().NotBeNull();
        envelope.Get("payload.event.x_new_object.type").Should().Be("future");
        envelope.Get("payload.event.text").Should().Be("one");
    }

    [Fact]
    public async Task gives_no_team_as_for_a_whole_organisation()
    {
        await using var rig = await Rig.StartAsync();
        await using var socket = await rig.ListenAsync();
        using var trouble = rig.Slack.Chaos.OnEnvelopes(Mishap.NoTeam, type: "interactive");

        var used = rig.Ada.ShortcutAsync("livesop_which", "support", await rig.Ada.PostAsync("support", "one"));
        await socket.EventAsync();
        var shortcut = await socket.AnswerAsync();
        await used;

        shortcut.At("payload.team").Should().BeNull();
        shortcut.Get("payload.user.team_id").Should().Be(rig.Team.Id);
        trouble.Count.Should().Be(1, "events are not struck");
    }
}
