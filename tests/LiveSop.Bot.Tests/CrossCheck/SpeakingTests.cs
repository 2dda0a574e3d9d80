using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Web;
using static LiveSop.Bot.Slack.Payloads.SlackEvent;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>What the bot does and asks by the Web API.</summary>
public abstract class SpeakingTests(Func<Task<SlackServer>> startServer) : ClientTests(startServer)
{
    private static readonly MessageMark Mark = new("livesop_msg", "01HF");

    [Fact]
    public async Task knows_its_own_voice()
    {
        var me = await Api.Auth.TestAsync();
        var posted = await Api.Chat.PostMessageAsync(Channel, new OutgoingMessage("looking", new JsonArray(Section("looking"))));
        await Api.Chat.UpdateAsync(Channel, posted.Ts, new OutgoingMessage("found it", new JsonArray(Section("found it"))));
        await Api.Reactions.AddAsync(Channel, posted.Ts, "eyes");
        await Bot.UntilAsync(() => Events.OfType<MessagePosted>().Any() && Events.OfType<MessageChanged>().Any() && Events.OfType<ReactionAdded>().Any());

        me.Workspace.Value.Should().Be(Slack.Team);
        me.Self.User.Value.Should().Be(Slack.Bot);
        me.Scopes.Should().Contain("chat:write");
        Events.Should().HaveCount(3).And.OnlyContain(happened => me.Self.Caused(happened));
    }

    [Fact]
    public async Task what_is_so_already_is_a_success()
    {
        var said = await Slack.SayAsync("look");
        await Api.Reactions.AddAsync(Channel, new MessageTs(said.Ts), "eyes");

        await Api.Reactions.AddAsync(Channel, new MessageTs(said.Ts), "eyes");

        (await Slack.FaultsAsync()).Should().Equal("already_reacted");
    }

    [Fact]
    public async Task finds_its_message_in_the_history_by_its_mark()
    {
        var posted = await Api.Chat.PostMessageAsync(Channel, new OutgoingMessage("looking") { Mark = Mark });
        await Api.Chat.UpdateAsync(Channel, posted.Ts, new OutgoingMessage("found it"));
        await Api.Chat.PostMessageAsync(Channel, new OutgoingMessage("more") { Thread = posted.Ts });

        var history = await ReadAsync(Api.Conversations.HistoryAsync(Channel, new HistoryRange()));

        history.Should().ContainSingle(message => message.MetadataId == Mark.Id)
            .Which.Should().BeEquivalentTo(new { posted.Ts, Text = "found it", MetadataEventType = Mark.EventType, ReplyCount = 1 });
        history.Should().NotContain(message => message.Text == "more", "replies are in their thread");
    }

    [Fact]
    public async Task finds_its_reply_in_the_thread_by_its_mark()
    {
        var root = new MessageTs((await Slack.SayAsync("the export is stuck")).Ts);
        var posted = await Api.Chat.PostMessageAsync(Channel, new OutgoingMessage("looking") { Thread = root, Mark = Mark });

        var thread = await ReadAsync(Api.Conversations.RepliesAsync(Channel, root, new HistoryRange()));

        thread.Select(message => message.Text).Should().Equal("the export is stuck", "looking");
        thread.Should().ContainSingle(message => message.MetadataId == Mark.Id).Which.Ts.Should().Be(posted.Ts);
    }

    [Fact]
    public async Task reads_a_history_in_pages_from_and_to_where_it_wants()
    {
        var said = new List<string>();
        for (var n = 0; n < 7; n++) said.Add((await Slack.SayAsync($"message {n}")).Ts);

        var between = await ReadAsync(Api.Conversations.HistoryAsync(Channel, new HistoryRange { Oldest = new(said[1]), Latest = new(said[5]), Limit = 2 }));
        var with = await ReadAsync(Api.Conversations.HistoryAsync(Channel, new HistoryRange { Oldest = new(said[1]), Latest = new(said[5]), Inclusive = true, Limit = 2 }));

        between.Select(message => message.Text).Should().Equal("message 4", "message 3", "message 2");
        with.Select(message => message.Text).Should().Equal("message 5", "message 4", "message 3", "message 2", "message 1");
    }

    [Fact]
    public async Task a_call_over_the_limit_is_made_again_after_the_wait()
    {
        await Slack.LimitAsync("chat.postMessage", times: 1, retryAfterSeconds: 7);

        await Bot.Clock.RunAsync(Api.Chat.PostMessageAsync(Channel, new OutgoingMessage("after the limit")));

        (await Slack.CallsAsync("chat.postMessage")).Should().HaveCount(2);
        Bot.Clock.Waits.Should().Contain(wait => wait >= TimeSpan.FromSeconds(7) && wait < TimeSpan.FromSeconds(9));
        (await ReadAsync(Api.Conversations.HistoryAsync(Channel, new HistoryRange()))).Should().ContainSingle(message => message.Text == "after the limit");
    }

    [Fact]
    public async Task what_it_whispers_one_person_sees_and_nobody_finds_again()
    {
        await Api.Chat.PostEphemeralAsync(Channel, Person, new OutgoingMessage("between us"));

        (await Slack.WhispersAsync()).Should().ContainSingle().Which["text"]!.GetValue<string>().Should().Be("between us");
        (await ReadAsync(Api.Conversations.HistoryAsync(Channel, new HistoryRange()))).Should().NotContain(message => message.Text == "between us");
    }

    [Fact]
    public async Task a_home_is_shown()
    {
        var home = new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray(Section("At home")) };

        var first = await Api.Views.PublishAsync(Person, home.DeepClone());
        var second = await Api.Views.PublishAsync(Person, home.DeepClone(), first.Hash);
        var late = await FluentActions.Awaiting(() => Api.Views.PublishAsync(Person, home.DeepClone(), first.Hash)).Should().ThrowAsync<SlackCallException>();

        second.Id.Should().Be(first.Id);
        late.Which.Failure.Should().Be(new SlackFailure.StaleInteraction());
        ((string?)(await Slack.HomeAsync())!["blocks"]![0]!["text"]!["text"]).Should().Be("At home");
    }

    [Fact]
    public async Task learns_who_and_what_is_there()
    {
        var people = await ReadAsync(Api.Users.ListAsync());
        var places = await ReadAsync(Api.Users.ConversationsAsync(new ConversationFilter()));
        var members = await ReadAsync(Api.Conversations.MembersAsync(Channel));
        var place = await Api.Conversations.InfoAsync(Channel);
        var team = await Api.Team.InfoAsync();

        people.Select(person => person.Id).Should().Contain([Person, new UserId(Slack.Bot)]).And.OnlyHaveUniqueItems();
        places.Should().Contain(one => one.Id == Channel).And.NotContain(one => one.IsDirect, "direct messages were not asked for");
        members.Should().Contain([Slack.Person, Slack.Bot]);
        place.Should().BeEquivalentTo(new { Id = Channel, IsMember = true, IsPrivate = false, IsArchived = false });
        team.Id.Value.Should().Be(Slack.Team);
    }

    [Fact]
    public async Task says_by_kind_what_slack_would_not_take()
    {
        var nowhere = await FailureAsync(() => Api.Chat.PostMessageAsync(new ChannelId("C0NOWHERE"), new OutgoingMessage("hello")));
        var nothing = await FailureAsync(() => Api.Chat.PostMessageAsync(Channel, new OutgoingMessage("")));
        var stale = await FailureAsync(() => Api.Views.OpenAsync("1.2.3", Modal("New", Section("Loading"))));
        var theirs = await FailureAsync(async () => await Api.Chat.UpdateAsync(Channel, new MessageTs((await Slack.SayAsync("mine")).Ts), new OutgoingMessage("yours")));

        nowhere.Should().BeOfType<SlackFailure.TargetGone>();
        nothing.Should().BeOfType<SlackFailure.OurFault>();
        stale.Should().BeOfType<SlackFailure.StaleInteraction>();
        theirs.Should().BeOfType<SlackFailure.TargetGone>();
        (await Slack.FaultsAsync()).Should().Equal("channel_not_found", "no_text", "invalid_trigger_id", "cant_update_message");
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(IAsyncEnumerable<Page<T>> pages) => [.. (await pages.ToListAsync()).SelectMany(page => page.Items)];

    private static async Task<SlackFailure> FailureAsync(Func<Task> call) => (await call.Should().ThrowAsync<SlackCallException>()).Which.Failure;
}
