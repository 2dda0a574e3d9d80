using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Tests.Simulator;
using static LiveSop.Bot.Slack.Payloads.SlackEvent;
using Listener = LiveSop.Bot.Tests.Slack.SocketMode.Listener;

namespace LiveSop.Bot.Tests.Slack;

/// <summary>The client and the simulated Slack were written apart, from the same facts: where they differ, one has misread them.</summary>
public sealed class SimulatorTests : IAsyncLifetime
{
    private Rig rig = null!;
    private Listener bot = null!;

    private ChannelId Support => new(rig.Support);

    public async Task InitializeAsync()
    {
        rig = await Rig.StartAsync();
        bot = Listen(rig);
        await bot.UntilAsync(() => bot.Sockets.Health.Open == 2);
    }

    public async Task DisposeAsync()
    {
        await bot.DisposeAsync();
        await rig.DisposeAsync();
    }

    [Fact]
    public async Task hears_what_people_do_and_acknowledges_all_of_it()
    {
        var ts = await rig.Ada.PostAsync("support", "@livesop the export is stuck");
        await rig.Ada.EditAsync("support", ts, "the export is stuck again");
        await rig.Bo.ReactAsync("support", ts, "eyes");
        await rig.Ada.DeleteAsync("support", ts);
        await bot.UntilAsync(() => Events.OfType<MessageDeleted>().Any());
        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Pending == 0);

        Events.OfType<MessagePosted>().Should().ContainSingle().Which.Message.Ts.Value.Should().Be(ts);
        Events.OfType<AppMention>().Should().ContainSingle().Which.Message.User.Should().Be(new UserId(rig.Ada.Id));
        Events.OfType<MessageChanged>().Should().ContainSingle().Which.IsEdit.Should().BeTrue();
        Events.OfType<ReactionAdded>().Should().ContainSingle().Which.Should().Be(new ReactionAdded(Support, new MessageTs(ts), new UserId(rig.Bo.Id), "eyes"));
        Events.OfType<MessageDeleted>().Should().ContainSingle().Which.DeletedTs.Value.Should().Be(ts);
        bot.Envelopes.Select(Addressing.Of).Where(address => address.Key == $"m:{Support}:{ts}").Select(address => address.IsMention)
            .Should().BeEquivalentTo([false, true], "the message and its mention fold into one");
        rig.Slack.Deliveries.Tally.GivenUp.Should().Be(0);
        rig.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task speaks_and_knows_its_own_voice()
    {
        var me = await bot.Api.Auth.TestAsync();
        var mark = new MessageMark("livesop_msg", "01HF");
        var posted = await bot.Api.Chat.PostMessageAsync(Support, new OutgoingMessage("looking", new JsonArray(Section("looking"))) { Mark = mark });
        await bot.Api.Chat.UpdateAsync(Support, posted.Ts, new OutgoingMessage("found it", new JsonArray(Section("found it"))));
        await bot.Api.Reactions.AddAsync(Support, posted.Ts, "eyes");
        await bot.Api.Reactions.AddAsync(Support, posted.Ts, "eyes");
        await bot.Api.Chat.PostMessageAsync(Support, new OutgoingMessage("more") { Thread = posted.Ts });

        var history = await bot.Api.Conversations.HistoryAsync(Support, new HistoryRange()).ToListAsync();
        var replies = await bot.Api.Conversations.RepliesAsync(Support, posted.Ts, new HistoryRange()).ToListAsync();
        await bot.UntilAsync(() => Events.OfType<MessageChanged>().Any() && Events.OfType<MessagePosted>().Count() == 2);

        me.Workspace.Value.Should().Be(rig.Team.Id);
        me.Scopes.Should().Contain("chat:write");
        history.SelectMany(page => page.Items).Single(message => message.Ts == posted.Ts)
            .Should().BeEquivalentTo(new { Text = "found it", MetadataEventType = "livesop_msg", MetadataId = "01HF", ReplyCount = 1 });
        replies.SelectMany(page => page.Items).Select(message => message.Text).Should().Equal("found it", "more");
        Events.Where(happened => happened is MessagePosted or MessageChanged or ReactionAdded).Should().OnlyContain(happened => me.Self.Caused(happened));
        rig.Slack.Faults.Select(fault => fault.Why).Should().Equal("already_reacted");
    }

    [Fact]
    public async Task answers_a_command_by_its_address_and_by_a_modal()
    {
        var typing = rig.Ada.SlashAsync("support", "/sop", "help");
        await bot.UntilAsync(() => Payloads.OfType<SlackPayload.SlashCommand>().Any());
        await typing;
        var command = Payloads.OfType<SlackPayload.SlashCommand>().Single();

        var response = await bot.Respond.PostAsync(command.Interaction.ResponseUrl!, new JsonObject { ["text"] = "Here is what I can do" });
        var modal = new JsonObject { ["type"] = "modal", ["title"] = Plain("SOPs"), ["blocks"] = new JsonArray(Section("Loading")) };
        var view = await bot.Api.Views.OpenAsync(command.Interaction.TriggerId!, modal);
        var again = await FluentActions.Awaiting(() => bot.Api.Views.OpenAsync(command.Interaction.TriggerId!, modal)).Should().ThrowAsync<SlackCallException>();

        command.Should().BeEquivalentTo(new { Command = "/sop", Text = "help", Channel = Support, User = new UserId(rig.Ada.Id) });
        response.Should().Be(new Response.Delivered());
        view.Hash.Should().NotBeNullOrEmpty();
        again.Which.Failure.Should().Be(new SlackFailure.StaleInteraction());
    }

    [Fact]
    public async Task hears_everything_through_renewals()
    {
        for (var n = 0; n < 20; n++)
        {
            if (n % 5 == 0) rig.Slack.Chaos.Refresh();
            await rig.Ada.PostAsync("support", $"message {n}");
        }

        await bot.UntilAsync(() => Events.OfType<MessagePosted>().Select(posted => posted.Message.Ts).Distinct().Count() == 20, step: 0.1);
        await rig.Slack.UntilAsync(() => rig.Slack.Deliveries.Pending == 0);
    }

    private IEnumerable<SlackPayload> Payloads => bot.Envelopes.Select(SlackPayload.Read);

    private IEnumerable<SlackEvent> Events => Payloads.OfType<SlackPayload.EventCallback>().Select(callback => callback.Event);

    private static Listener Listen(Rig rig) =>
        new(rig.Slack.ApiUrl, new SlackTokens(rig.App.BotToken, rig.App.AppToken), options => options.Sockets = 2);

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Plain(text) };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };
}
