using LiveSop.Bot.Tests.World.Reviews;

namespace LiveSop.Bot.Tests.World.Digests;

/// <summary>The bot's own page, which is another for everybody.</summary>
public sealed class HomeTests
{
    [Fact]
    public async Task shows_what_waits_for_whoever_looks()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        await ada.OpenHomeAsync(world.Bot);
        await bo.OpenHomeAsync(world.Bot);

        var home = await world.HomeAsync(ada, "Waiting for your decision");
        Shortcuts.Text(home).Should().Contain("comes on weekdays at 9:00").And.Contain("Drafts, not approved yet");
        Shortcuts.Text(await world.HomeAsync(bo, "Nothing waits for you")).Should().Contain("SOP 1").And.Contain("does not come").And.NotContain("review.approve");
        await ada.ClickAsync(home, "review.reject");
        await world.ModalAsync(ada, "The same draft will not come back");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task searches_by_enter_and_opens_what_it_found()
    {
        await using var world = await Reviewing.PublishedAsync();
        var bo = world.Person("bo");
        await bo.OpenHomeAsync(world.Bot);
        var home = await world.HomeAsync(bo, "In force");

        await bo.ClickAsync(home, "home.search", "reset mail");
        home = await world.HomeAsync(bo, "the nearest first");
        await bo.ClickAsync(home, "sop.open");
        await bo.CloseAsync(await world.ModalAsync(bo, "in force, version 1"));

        await bo.ClickAsync(home, "home.search", "giraffes");
        await world.HomeAsync(bo, "speaks of “giraffes”");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task changing_the_hour_there_shows_there()
    {
        await using var world = await World.StartAsync();
        var bo = world.Person("bo");
        await world.InviteAsync(bo, "general");
        await bo.OpenHomeAsync(world.Bot);
        await bo.ClickAsync(await world.HomeAsync(bo, "does not come"), "digest.change");

        await bo.SubmitAsync(await world.ModalAsync(bo, "Send it to me on weekdays"), ("Wants", "on"), ("At", "16:45"));

        await world.HomeAsync(bo, "comes on weekdays at 16:45");
    }

    [Fact]
    public async Task shows_nothing_of_a_channel_that_somebody_lost()
    {
        await using var world = await Reviewing.PublishedAsync();
        var bo = world.Person("bo");
        await world.ChangeAsync("UPDATE channels SET kind = 'private'");
        await world.ChangeAsync("DELETE FROM channel_members WHERE user_id = $1", bo.Id);

        await bo.OpenHomeAsync(world.Bot);
        var home = await world.HomeAsync(bo, "There is no procedure yet that you may read");
        await bo.ClickAsync(home, "home.search", "reset mail");

        Shortcuts.Text(await world.HomeAsync(bo, "speaks of")).Should().NotContain("SOP 1");
    }
}
