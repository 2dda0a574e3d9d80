using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.World.Digests;
using LiveSop.Bot.Tests.World.Versions;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Reviews;

/// <summary>People and channels go while a draft waits.</summary>
public sealed class GoneTests
{
    [Fact]
    public async Task when_the_approver_has_left_a_late_press_does_not_count_and_the_next_one_decides_at_home()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await ada.ClickAsync(world.Cards(ada).Single(), "review.approve");
        var late = await world.ModalAsync(ada, "Put in force");
        world.Workspace.Admin.Change(ada.Account with { Deleted = true });
        await world.UntilAsync(unit => unit.Db.People.AnyAsync(one => one.UserId == new UserId(ada.Id) && one.IsDeleted));

        await ada.SubmitAsync(late);

        await world.ModalAsync(ada, "you may no longer read");
        (await world.SopAsync()).State.Should().Be(SopState.Draft);
        await world.MakeAsync(bo, Role.Approver);
        await bo.OpenHomeAsync(world.Bot);
        await bo.ClickAsync(await world.HomeAsync(bo, "review.approve"), "review.approve");
        await bo.SubmitAsync(await world.ModalAsync(bo, "Put in force"));
        await world.ModalAsync(bo, "Version 1 is in force");
        await world.RestAsync();
        (await world.SopAsync()).State.Should().Be(SopState.Published);
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task where_nobody_approves_any_more_whoever_asks_is_told_so()
    {
        await using var world = await Reviewing.MinedAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        world.Workspace.Admin.Change(ada.Account with { Deleted = true });
        await world.UntilAsync(unit => unit.Db.People.AnyAsync(one => one.UserId == new UserId(ada.Id) && one.IsDeleted));

        await bo.ClickAsync(world.Said(bo, "general").Last(message => message.User == world.App.Bot.Id), "sop.open");
        await bo.ClickAsync(await world.ModalAsync(bo, "Ask for review"), "sop.ask_for_review");

        await world.ModalAsync(bo, "nobody approves in its space");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task a_channel_that_is_archived_meanwhile_takes_nothing_away()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        world.Workspace.Admin.Archive("general", ada);
        await world.UntilAsync(unit => unit.Db.Channels.AnyAsync(one => one.Name == "general" && one.IsArchived));

        await world.ApproveAsync(ada, world.Cards(ada).Single());

        (await world.SopAsync()).State.Should().Be(SopState.Published);
        await world.TellAsync(bo, "show 1", "in force", "support");
        world.Slack.Faults.Should().BeEmpty();
    }
}
