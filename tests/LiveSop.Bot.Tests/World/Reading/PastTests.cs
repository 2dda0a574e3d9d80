using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Reading;

public sealed class PastTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task reads_the_last_twelve_months_with_all_threads_and_nothing_older()
    {
        await using var world = await World.StartAsync();
        var place = world.Workspace.Conversation("support");
        new LongPast(1500, Now.AddMonths(-18), Now.AddHours(-1)) { Replies = 9 }.Fill(place);

        await world.InviteAsync(world.Person("ada"), "support");

        var oldest = Now.AddMonths(-12);
        var messages = await world.MessagesAsync();
        messages.Should().HaveCountGreaterThan(500);
        Truth.Differences(messages, place, oldest).Should().BeEmpty();
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task reads_pages_that_are_short_or_empty_to_their_end()
    {
        await using var world = await World.StartAsync();
        var place = world.Workspace.Conversation("support");
        new LongPast(400, Now.AddMonths(-3), Now.AddHours(-1)).Fill(place);
        world.Slack.Limits.ShortPages = true;

        await world.InviteAsync(world.Person("ada"), "support");

        Truth.Differences(await world.MessagesAsync(), place).Should().BeEmpty();
    }

    [Fact]
    public async Task says_in_its_one_message_what_it_has_read()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        var many = new LongPast(300, Now.AddMonths(-2), Now.AddHours(-1)).Fill(world.Workspace.Conversation("support"));

        await world.InviteAsync(ada, "support");
        await world.RestAsync();

        var said = world.Said(ada, "support").Where(message => message.User == world.App.Bot.Id && message.Blocks is not null).Select(message => message.Blocks!.Value.GetRawText()).ToList();
        said.Should().ContainSingle().Which.Should().Contain($"I have read the past: {many} messages");
    }

    [Fact]
    public async Task reads_only_what_is_new_when_it_is_invited_again()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        var place = world.Workspace.Conversation("support");
        new LongPast(1200, Now.AddMonths(-10), Now.AddDays(-40)).Fill(place);
        await world.InviteAsync(ada, "support");
        await ada.KickAsync(world.Bot, "support");
        await world.RestAsync();
        await ada.PostAsync("support", "said while it was out");
        var before = Calls(world);

        await ada.InviteAsync(world.Bot, "support");
        await world.UntilAsync(unit => unit.Db.Readings.AnyAsync(reading => reading.Kind == ReadingKind.CatchUp && reading.State == ReadingState.Done));

        Truth.Differences(await world.MessagesAsync(), place).Should().BeEmpty();
        (Calls(world) - before).Should().BeLessThan(5, "the past was read before");
    }

    [Fact]
    public async Task goes_on_where_it_was_when_it_was_put_out_in_the_middle()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        var place = world.Workspace.Conversation("support");
        new LongPast(3000, Now.AddMonths(-10), Now.AddDays(-1)).Fill(place);
        await ada.InviteAsync(world.Bot, "support");
        await world.Slack.UntilAsync(() => Calls(world) > 40);
        await ada.KickAsync(world.Bot, "support");
        await world.UntilAsync(unit => unit.Db.Readings.AnyAsync(reading => reading.State == ReadingState.BrokenOff));

        await ada.InviteAsync(world.Bot, "support");
        await world.HasReadAsync("support");

        Truth.Differences(await world.MessagesAsync(), place).Should().BeEmpty();
    }

    private static int Calls(World world) => world.Slack.Calls.Count(call => call.Method is "conversations.history" or "conversations.replies");
}
