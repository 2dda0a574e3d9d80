using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using static LiveSop.Bot.Slack.Payloads.SlackEvent;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>What reaches the bot, and on which sockets.</summary>
public abstract class HearingTests(Func<Task<SlackServer>> startServer) : ClientTests(startServer)
{
    [Fact]
    public async Task hears_what_people_do_and_acknowledges_all_of_it()
    {
        var asked = await Slack.MentionAsync("the export is stuck");
        await Slack.EditAsync(asked.Ts, "the export is stuck again");
        await Slack.ReactAsync(asked.Ts, "eyes");
        await Slack.DeleteAsync(asked.Ts);
        await Bot.UntilAsync(() => Events.OfType<MessageDeleted>().Any());

        asked.Acked.Should().BeTrue();
        Events.OfType<MessagePosted>().Should().ContainSingle().Which.Message.Should().BeEquivalentTo(new { Ts = new MessageTs(asked.Ts), Text = $"<@{Slack.Bot}> the export is stuck" });
        Events.OfType<AppMention>().Should().ContainSingle().Which.Message.User.Should().Be(Person);
        Events.OfType<MessageChanged>().Should().ContainSingle().Which.Should().Match<MessageChanged>(changed => changed.IsEdit && changed.Message.Text == "the export is stuck again");
        Events.OfType<ReactionAdded>().Should().ContainSingle().Which.Should().Be(new ReactionAdded(Channel, new MessageTs(asked.Ts), Person, "eyes"));
        Events.OfType<MessageDeleted>().Should().ContainSingle().Which.DeletedTs.Value.Should().Be(asked.Ts);
        (await Slack.FaultsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task a_message_and_its_mention_fold_into_one()
    {
        var asked = await Slack.MentionAsync("which SOP?");

        Bot.Envelopes.Select(Addressing.Of).Where(address => address.Key == $"m:{Channel}:{asked.Ts}").Select(address => address.IsMention)
            .Should().BeEquivalentTo([false, true]);
        Bot.Envelopes.Select(Addressing.Of).Should().OnlyContain(address => address.Workspace == new WorkspaceId(Slack.Team));
    }

    [Fact]
    public async Task a_delivery_again_is_known_by_its_key()
    {
        await Slack.SayUnheardAsync("hello?");

        var envelope = Bot.Envelopes.Should().ContainSingle().Subject;
        envelope.RetryAttempt.Should().Be(1);
        envelope.RetryReason.Should().Be("timeout");
        Addressing.Of(envelope).Key.Should().StartWith($"m:{Channel}:");
    }

    [Fact]
    public async Task a_reply_names_its_thread()
    {
        var root = await Slack.SayAsync("the export is stuck");
        var reply = await Slack.SayAsync("for me too", root.Ts);

        Events.OfType<MessagePosted>().Single(posted => posted.Message.Ts.Value == reply.Ts).Message
            .Should().BeEquivalentTo(new { ThreadTs = new MessageTs(root.Ts), IsReply = true, IsSpeech = true });
    }

    [Fact]
    public async Task a_refresh_leaves_no_moment_without_both_sockets()
    {
        await Slack.WatchSocketsAsync();

        await ReplaceSocketsAsync(Parting.Refresh);

        (await Slack.SocketsAsync()).Fewest.Should().Be(2);
        (await Slack.SayAsync("still there?")).Acked.Should().BeTrue();
    }

    [Fact]
    public async Task what_comes_before_the_next_socket_is_open_is_heard_on_the_last_one()
    {
        await Slack.PartAsync(Parting.Warning);

        for (var n = 0; n < 5; n++) (await Slack.SayAsync($"message {n}")).Acked.Should().BeTrue();

        Events.OfType<MessagePosted>().Should().HaveCount(5);
    }

    [Theory]
    [InlineData(Parting.Warning)]
    [InlineData(Parting.Refresh)]
    [InlineData(Parting.Close)]
    [InlineData(Parting.Reset)]
    public async Task however_its_sockets_end_it_hears_on_new_ones(Parting how)
    {
        await ReplaceSocketsAsync(how);

        var said = await Slack.SayAsync("after that");

        said.Acked.Should().BeTrue();
        Events.OfType<MessagePosted>().Should().ContainSingle().Which.Message.Ts.Value.Should().Be(said.Ts);
    }

    [Fact]
    public async Task switched_off_it_says_so_and_asks_again_later()
    {
        var probe = new SocketOptions().Probe;
        await Slack.PartAsync(Parting.SwitchedOff);
        await Bot.UntilAsync(() => Bot.Clock.Waits.Count(wait => wait == probe) == 2);
        var (alarm, asked) = (Bot.Sockets.Health.Alarm, (await Slack.CallsAsync("apps.connections.open")).Count);

        Bot.Clock.Advance(probe);
        await UntilReplacedAsync();

        alarm.Should().BeOfType<SocketTrouble.LinkDisabled>();
        asked.Should().Be(2, "it waits before it asks again");
        await Bot.UntilAsync(() => Bot.Sockets.Health.Alarm is null);
        (await Slack.SayAsync("on again")).Acked.Should().BeTrue();
    }

    [Fact]
    public async Task an_envelope_that_nobody_knows_is_acknowledged()
    {
        var receipt = await Slack.EnvelopeAsync("holograms", new JsonObject { ["team_id"] = Slack.Team, ["of"] = new JsonArray(1, new JsonObject()) });

        receipt.Acked.Should().BeTrue();
        receipt.IsAnswered.Should().BeFalse();
        (await HeardAsync<SlackPayload.Unknown>()).Type.Should().Be("holograms");
        (await Slack.FaultsAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"envelope_id":"broken","type":"events_api","payload":{"event":{"type":"mess""")]
    [InlineData("""{"type":"a_new_kind_of_frame"}""")]
    [InlineData("[]")]
    public async Task a_frame_that_means_nothing_costs_nothing(string frame)
    {
        await Slack.FrameAsync(frame);

        (await Slack.SayAsync("hello")).Acked.Should().BeTrue();
        (await Slack.SocketsAsync()).Should().Match<SocketCount>(sockets => sockets.Open == 2 && sockets.Opened == 2);
        (await Slack.FaultsAsync()).Should().BeEmpty();
    }
}
