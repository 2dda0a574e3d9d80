using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World.Reviews;

/// <summary>Editing in modals: alone, two at once, and with what was not saved.</summary>
public sealed class EditTests
{
    [Fact]
    public async Task steps_are_changed_added_moved_and_removed_and_nothing_else()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");
        var before = ProcedureFormat.Read((await world.DraftAsync()).Body);
        await ada.ClickAsync(world.Cards(ada).Single(), "review.edit");
        var modal = await world.ModalAsync(ada, "Add a step");

        await ada.ClickAsync(modal, "edit.step#1", $"Change:{before.Steps[0].Id}");
        await ada.SubmitAsync(await world.ModalAsync(ada, "Ask for the order number"), ("Title", "Ask for the mail address"), ("Owner", "First line"));
        await world.ModalAsync(ada, "First line");
        await ada.ClickAsync(world.Modals(ada)[^1], "edit.add");
        await ada.SubmitAsync(await world.ModalAsync(ada, "It comes after"), ("Title", "Tell the account manager"));
        await world.ModalAsync(ada, "Tell the account manager");
        await ada.ClickAsync(world.Modals(ada)[^1], $"edit.step#{before.Steps.Count + 1}", $"Up:s{before.NextStep}");
        await world.ModalAsync(ada, $"{before.Steps.Count}. Tell the account manager");
        await ada.SubmitAsync(world.Modals(ada)[^1], ("Title", "Reset mails that do not arrive"));
        await world.ModalAsync(ada, "*Saved.*");
        await world.RestAsync();

        var after = ProcedureFormat.Read((await world.DraftAsync()).Body);
        after.Title.Should().Be("Reset mails that do not arrive");
        after.Steps.Select(step => step.Title).Should().Equal(["Ask for the mail address", .. before.Steps.Skip(1).SkipLast(1).Select(step => step.Title), "Tell the account manager", before.Steps[^1].Title]);
        after.Steps[^2].WrittenBy.Should().Be(ada.Id);
        world.Cards(ada).Should().ContainSingle("the same card shows it as it is now").Which.Json().Should().Contain("Tell the account manager");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task what_was_typed_is_there_again_after_the_modal_was_closed()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");
        await ada.ClickAsync(world.Cards(ada).Single(), "review.edit");
        await ada.ClickAsync(await world.ModalAsync(ada, "Add a step"), "edit.add");
        await ada.SubmitAsync(await world.ModalAsync(ada, "It comes after"), ("Title", "Tell the account manager"));
        await ada.CloseAsync(await world.ModalAsync(ada, "Tell the account manager"));

        await ada.ClickAsync(world.Cards(ada).Single(), "review.edit");

        Shortcuts.Text(await world.ModalAsync(ada, "You go on where you were")).Should().Contain("Tell the account manager");
    }

    [Fact]
    public async Task two_who_edit_different_things_both_get_their_way()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = await BothEditAsync(world);

        await ada.SubmitAsync(world.Modals(ada)[^1], ("Title", "By ada"));
        await world.ModalAsync(ada, "*Saved.*");
        await bo.SubmitAsync(world.Modals(bo)[^1], ("Trigger", "When bo says so."));

        await world.ModalAsync(bo, "both are in it now");
        await world.RestAsync();
        var after = ProcedureFormat.Read((await world.DraftAsync()).Body);
        (after.Title, after.Trigger).Should().Be(("By ada", "When bo says so."));
    }

    [Fact]
    public async Task the_second_of_two_who_change_the_same_is_told_and_loses_nothing()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = await BothEditAsync(world);

        await ada.SubmitAsync(world.Modals(ada)[^1], ("Title", "By ada"));
        await world.ModalAsync(ada, "*Saved.*");
        await bo.SubmitAsync(world.Modals(bo)[^1], ("Title", "By bo"), ("Trigger", "When bo says so."));

        var told = await world.ModalAsync(bo, "you both changed the same");
        Shortcuts.Text(told).Should().Contain("you wrote “By bo”").And.Contain("By ada").And.Contain("When bo says so.");
        ProcedureFormat.Read((await world.DraftAsync()).Body).Title.Should().Be("By ada");
        await bo.SubmitAsync(told, ("Title", "By both"));
        await world.ModalAsync(bo, "*Saved.*");
        await world.RestAsync();
        ProcedureFormat.Read((await world.DraftAsync()).Body).Title.Should().Be("By both");
    }

    [Fact]
    public async Task nobody_approves_what_they_have_not_seen()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.MakeAsync(bo, Role.Editor);
        await ada.ClickAsync(world.Cards(ada).Single(), "review.approve");
        var approving = await world.ModalAsync(ada, "Put in force");
        await bo.SlashAsync("general", "/sop", "edit 1");
        await bo.SubmitAsync(await world.ModalAsync(bo, "Add a step"), ("Title", "By bo"));
        await world.ModalAsync(bo, "*Saved.*");

        await ada.SubmitAsync(approving);

        await world.ModalAsync(ada, "Somebody changed this draft");
        (await world.SopAsync()).State.Should().Be(SopState.Draft);
    }

    [Fact]
    public async Task a_version_in_force_is_changed_by_a_draft_that_says_what_would_change()
    {
        await using var world = await Reviewing.PublishedAsync();
        var ada = world.Person("ada");
        await ada.SlashAsync("general", "/sop", "edit 1");
        await ada.SubmitAsync(await world.ModalAsync(ada, "Add a step"), ("Title", "Reset mails that do not arrive"));
        await ada.CloseAsync(await world.ModalAsync(ada, "*Saved.*"));
        await world.RestAsync();

        var card = world.Cards(ada).Should().ContainSingle().Which;
        card.Json().Should().Contain("What would change").And.Contain("Reset mails that do not arrive");
        await world.ApproveAsync(ada, card);

        (await world.SopAsync()).Version.Should().Be(2);
        (await world.VersionAsync(1)).Title.Should().NotBe((await world.VersionAsync(2)).Title);
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task who_may_not_edit_is_told_so()
    {
        await using var world = await Reviewing.MinedAsync();
        var bo = world.Person("bo");

        await bo.SlashAsync("general", "/sop", "edit 1");

        await world.ModalAsync(bo, "is for its editors");
    }

    private static async Task<(Person Ada, Person Bo)> BothEditAsync(World world)
    {
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.MakeAsync(bo, Role.Editor);
        await ada.SlashAsync("general", "/sop", "edit 1");
        await bo.SlashAsync("general", "/sop", "edit 1");
        await world.ModalAsync(ada, "Add a step");
        await world.ModalAsync(bo, "Add a step");
        return (ada, bo);
    }
}
