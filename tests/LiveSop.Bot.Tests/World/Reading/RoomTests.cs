using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Reading;

/// <summary>Channels are renamed, archived, closed and moved, while they are read and after.</summary>
public sealed class RoomTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task a_channel_that_becomes_private_is_lost_at_once_to_whoever_is_not_in_it()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await bo.LeaveAsync("support");
        await ada.PostAsync("support", "the invoice is wrong");
        await world.InviteAsync(ada, "support");
        (await ReadByAsync(world, bo)).Should().NotBeEmpty("it is public yet");

        world.Workspace.Admin.Convert("support", ada);
        await world.UntilAsync(unit => unit.Db.Channels.AnyAsync(channel => channel.Name == "support" && channel.Kind == ChannelKind.Private));

        (await ReadByAsync(world, bo)).Should().BeEmpty();
        (await ReadByAsync(world, ada)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task a_channel_that_becomes_public_is_so_once_slack_has_confirmed_it()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await ada.PostAsync("secret", "the invoice is wrong");
        await world.InviteAsync(ada, "secret");
        (await ReadByAsync(world, bo)).Should().BeEmpty();

        world.Workspace.Admin.Convert("secret", ada);
        await world.UntilAsync(unit => unit.Db.Channels.AnyAsync(channel => channel.Name == "secret" && channel.Kind == ChannelKind.Public));

        (await ReadByAsync(world, bo)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task a_channel_with_another_id_keeps_what_was_read_of_it()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        var place = world.Workspace.Conversation("support");
        new LongPast(200, Now.AddMonths(-2), Now.AddHours(-1)).Fill(place);
        await world.InviteAsync(ada, "support");

        var renewed = new ChannelId(world.Workspace.Admin.ChangeId("support"));
        await ada.PostAsync("support", "said under the new id");
        await world.UntilAsync(unit => unit.Db.Messages.AnyAsync(message => message.ChannelId == renewed && message.Text == "said under the new id"));
        await world.RestAsync();

        Truth.Differences(await world.MessagesAsync(), place).Should().BeEmpty();
        (await world.MessagesAsync()).Should().OnlyContain(message => message.ChannelId == renewed);
        (await ReadByAsync(world, ada)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task a_channel_that_is_renamed_and_archived_while_it_is_read_is_read_to_its_end()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        var place = world.Workspace.Conversation("support");
        new LongPast(2000, Now.AddMonths(-10), Now.AddHours(-1)).Fill(place);
        await ada.InviteAsync(world.Bot, "support");
        await world.Slack.UntilAsync(() => world.Slack.Calls.Count(call => call.Method == "conversations.replies") > 20);

        world.Workspace.Admin.Rename("support", "help-desk", ada);
        world.Workspace.Admin.Archive("help-desk", ada);
        await world.HasReadAsync("help-desk");

        Truth.Differences(await world.MessagesAsync(), place).Should().BeEmpty();
        await world.UntilAsync(unit => unit.Db.Channels.AnyAsync(channel => channel.Name == "help-desk" && channel.IsArchived));
    }

    private static async Task<List<string>> ReadByAsync(World world, Person person) =>
        await world.Database.AskAsync(new Scope.Viewer(new(world.Workspace.Id), new(person.Id)), db => db.Messages.Select(message => message.Text).ToListAsync());
}
