using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack.Trouble;

namespace LiveSop.Bot.Tests.Slack.Outbox;

/// <summary>What one person is told in their conversation with the bot.</summary>
public sealed class DirectTests
{
    [Fact]
    public async Task opens_the_conversation_and_says_it_there_to_nobody_else()
    {
        await using var world = await World.World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        await world.TellAsync(("digest", new Effect.Direct(new(ada.Id), Told.Message("Good morning"))));
        await world.RestAsync();

        world.Direct(ada).Should().ContainSingle().Which.Text.Should().Contain("Good morning");
        world.Direct(bo).Should().BeEmpty();
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task is_edited_and_taken_back_in_place_by_its_key_alone()
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");
        // In one transaction: neither the conversation nor the message is there yet.
        await world.TellAsync(("card", new Effect.Direct(new(ada.Id), Told.Message("first"))), ("card:2", new Effect.Edit(null, "card", Told.Message("second"))));
        await world.RestAsync();
        world.Direct(ada).Should().ContainSingle().Which.Text.Should().Contain("second");

        await world.TellAsync(("card:3", new Effect.Edit(null, "card", Told.Message("third"))));
        await world.RestAsync();
        world.Direct(ada).Should().ContainSingle().Which.Text.Should().Contain("third");

        await world.TellAsync(("card:gone", new Effect.Delete("card")), ("card:gone twice", new Effect.Delete("card")), ("never there", new Effect.Delete("nothing")));
        await world.RestAsync();
        world.Direct(ada).Should().BeEmpty();
        (await world.OutboxAsync()).Should().OnlyContain(row => row.State == EffectState.Sent && !row.Payload.Contains("third"));
    }

    [Fact]
    public async Task goes_to_each_person_in_order_and_waits_for_no_other()
    {
        await using var world = await World.World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        await world.TellAsync([.. Enumerable.Range(1, 5).SelectMany(i => new[] { ($"a{i}", To(ada.Id, i)), ($"b{i}", To(bo.Id, i)) })]);
        await world.RestAsync();

        world.Direct(ada).Select(message => message.Text).Should().Equal("no 1", "no 2", "no 3", "no 4", "no 5");
        world.Direct(bo).Should().HaveCount(5);
        (await world.OutboxAsync()).Select(row => row.Lane).Distinct().Should().BeEquivalentTo(ada.Id, bo.Id);
    }

    [Theory]
    [InlineData("chat.postMessage")]
    [InlineData("conversations.open")]
    public async Task is_said_once_though_the_answer_was_lost(string method)
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");
        using var lost = world.Slack.Chaos.OnCalls(new CallTrouble.LostAnswer(), When.Next(1), method);

        await world.TellAsync(("digest", To(ada.Id, 1)), ("digest:2", new Effect.Edit(null, "digest", Told.Message("no 2"))));
        await world.RestAsync();

        lost.Count.Should().Be(1);
        world.Direct(ada).Should().ContainSingle().Which.Text.Should().Be("no 2");
    }

    [Fact]
    public async Task an_edit_of_an_older_version_keeps_its_channel()
    {
        await using var world = await World.World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        var support = new ChannelId(world.Workspace.Conversation("support").Id);
        await world.TellAsync(("card", new Effect.Post(support, null, Told.Message("first"))));
        await world.RestAsync();
        // As a version wrote it that did not note where.
        await world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), unit => unit.RunAsync("UPDATE outbox SET payload = '{}' WHERE key = 'card'", CancellationToken.None));

        await world.TellAsync(("card:2", new Effect.Edit(support, "card", Told.Message("second"))));
        await world.RestAsync();

        world.Said(ada, "support").Should().ContainSingle(message => message.Text.Contains("second"));
    }

    private static Effect To(string user, int number) => new Effect.Direct(new(user), Told.Message($"no {number}"));
}
