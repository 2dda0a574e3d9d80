using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World;

public sealed class FirstConversationTests
{
    [Fact]
    public async Task says_what_it_reads_when_it_is_invited()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");

        await ada.InviteAsync(world.Bot, "support");

        await world.Slack.UntilAsync(() => world.Said(ada, "support").Any(message => message.Text.Contains("reads this channel", StringComparison.Ordinal)));
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task answers_a_command_to_its_asker_alone()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        var shown = await ada.SlashAsync("support", "/sop", "help");

        shown.Should().BeOfType<Shown.Nothing>("the answer comes by itself");
        await world.Slack.UntilAsync(() => world.Said(ada, "support").Any(message => message.IsEphemeral));
        world.Said(bo, "support").Should().NotContain(message => message.IsEphemeral);
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task answers_a_mention_once_in_its_thread()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");

        var asked = await ada.PostAsync("support", $"@{world.Bot} help");

        await world.Slack.UntilAsync(() => world.Workspace.Visible(ada, "support").Thread(asked).Count > 0);
        await world.RestAsync();
        world.Workspace.Visible(ada, "support").Thread(asked).Should().ContainSingle().Which.Text.Should().Contain("/sop mine");
    }

    [Fact]
    public async Task answers_in_its_direct_messages_and_does_not_learn_from_them()
    {
        await using var world = await World.StartAsync();
        var bo = world.Person("bo");

        await bo.DirectMessageAsync(world.Bot, "what can you do");

        await world.Slack.UntilAsync(() => world.Workspace.Visible(bo, "general").Direct.Any(message => message.User == world.App.Bot.Id));
        await world.RestAsync();
        (await world.MessagesAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("mien", "Did you mean `mine`?")]
    [InlineData("frobnicate", "I do not know")]
    public async Task says_what_it_does_not_know(string typed, string answer)
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");

        await ada.SlashAsync("support", "/sop", typed);

        await world.Slack.UntilAsync(() => world.Said(ada, "support").Any(message => message.IsEphemeral));
        world.Said(ada, "support").Single(message => message.IsEphemeral).Text.Should().Contain(answer);
    }

    [Fact]
    public async Task asks_to_be_invited_before_it_mines()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");

        await ada.SlashAsync("support", "/sop", "mine");

        await world.Slack.UntilAsync(() => world.Said(ada, "support").Any(message => message.IsEphemeral && message.Text.Contains("Invite me", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task says_what_is_missing_where_nothing_can_be_mined()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");

        await ada.SlashAsync("support", "/sop", "mine");

        await world.Slack.UntilAsync(() => world.Said(ada, "support").Any(message => message.Text.Contains("No procedure found yet", StringComparison.Ordinal)));
        world.Said(ada, "support").Count(message => message.User == world.App.Bot.Id && message.Blocks is not null).Should().Be(2, "the welcome, and one message edited in place");
        world.Slack.Faults.Should().BeEmpty();
    }
}
