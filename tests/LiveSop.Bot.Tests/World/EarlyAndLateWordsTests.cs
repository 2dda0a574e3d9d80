using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World;

/// <summary>What is said before the bot has looked around, and what is said otherwise later.</summary>
public sealed class EarlyAndLateWordsTests
{
    [Fact]
    public async Task knows_that_it_is_in_a_channel_as_soon_as_it_was_invited()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");

        await ada.InviteAsync(world.Bot, "support");
        var asked = await ada.PostAsync("support", $"@{world.Bot} mine");

        await world.Slack.UntilAsync(() => world.Workspace.Visible(ada, "support").Thread(asked).Count > 0);
        await world.RestAsync();
        world.Workspace.Visible(ada, "support").Thread(asked).Should().ContainSingle().Which.Text.Should().NotContain("Invite me");
    }

    [Fact]
    public async Task does_not_learn_from_its_direct_messages_when_they_are_edited_either()
    {
        await using var world = await World.StartAsync();
        var bo = world.Person("bo");
        var asked = await bo.DirectMessageAsync(world.Bot, "what can you do");
        await world.RestAsync();

        await bo.EditAsync(bo.DirectWith(world.Bot).Id, asked, "what else can you do");

        await world.RestAsync();
        (await world.MessagesAsync()).Should().BeEmpty();
        Direct(world, bo).Should().Be(1, "a message is answered once");
    }

    [Fact]
    public async Task answers_where_an_edit_names_it_and_once_however_often()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        var said = await ada.PostAsync("support", "what can it do?");

        await ada.EditAsync("support", said, $"@{world.Bot} help");
        await ada.EditAsync("support", said, $"@{world.Bot} help, please");

        await world.Slack.UntilAsync(() => world.Workspace.Visible(ada, "support").Thread(said).Count > 0);
        await world.RestAsync();
        world.Workspace.Visible(ada, "support").Thread(said).Should().ContainSingle();
    }

    private static int Direct(World world, Person person) => world.Workspace.Visible(person, "general").Direct.Count(message => message.User == world.App.Bot.Id);
}
