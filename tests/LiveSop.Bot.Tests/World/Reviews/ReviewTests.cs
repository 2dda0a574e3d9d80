using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Tests.World.Reviews;

/// <summary>From a finding to a version in force, and what goes wrong on the way.</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task a_draft_goes_before_the_approvers_and_becomes_a_version()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        world.Cards(bo).Should().BeEmpty("bo approves nothing");
        var card = world.Cards(ada).Should().ContainSingle().Which;
        card.Json().Should().Contain("Weakest evidence").And.Contain("Who sees it").And.Contain("6 of 6 cases");

        await ada.ClickAsync(card, "review.approve");
        var modal = await world.ModalAsync(ada, "Put in force");
        Shortcuts.Text(modal).Should().Contain("How it fits a real case").And.Contain("✓");
        await ada.SubmitAsync(modal, ("Why", "as we do it"), ("Audience", "Workspace"));

        await world.ModalAsync(ada, "Version 1 is in force");
        await world.RestAsync();
        var sop = await world.SopAsync();
        (sop.State, sop.Version, sop.Audience).Should().Be((SopState.Published, 1, SopAudience.Workspace));
        world.Workspace.Visible(ada, "general").Direct.Should().Contain(message => message.Text.Contains("*Approved*", StringComparison.Ordinal) && message.Text.Contains("as we do it", StringComparison.Ordinal));
        world.Cards(ada).Should().BeEmpty("nothing is to be decided any more");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task who_may_not_decide_is_told_why_and_who_can()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.MakeAsync(bo, Role.Approver);
        await ada.ClickAsync(world.Cards(ada).Single(), "review.approve");
        var modal = await world.ModalAsync(ada, "Put in force");
        await world.Database.DoAsync(new Bot.Storage.Scope.Miner(new(world.Workspace.Id)), unit => Bot.Storage.RawSql.RunAsync(unit, "UPDATE people SET is_owner = false, is_admin = false", default));

        await ada.SubmitAsync(modal);

        var refused = await world.ModalAsync(ada, "is for its approvers");
        Shortcuts.Text(refused).Should().Contain("you are a responder there").And.Contain(bo.Id);
        (await world.SopAsync()).State.Should().Be(SopState.Draft);
    }

    [Fact]
    public async Task of_two_who_decide_at_once_one_counts_and_the_other_is_told()
    {
        await using var world = await Reviewing.MinedAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.MakeAsync(bo, Role.Approver);
        await bo.ClickAsync(world.Said(bo, "general").Last(message => message.User == world.App.Bot.Id), "sop.open");
        await bo.ClickAsync(await world.ModalAsync(bo, "Ask for review"), "sop.ask_for_review");
        await bo.CloseAsync(await world.ModalAsync(bo, "Asked for a decision"));
        await world.RestAsync();
        await ada.ClickAsync(world.Cards(ada).Single(), "review.approve");
        await bo.ClickAsync(world.Cards(bo).Single(), "review.reject");
        var (approving, rejecting) = (await world.ModalAsync(ada, "Put in force"), await world.ModalAsync(bo, "The same draft will not come back"));

        await Task.WhenAll(ada.SubmitAsync(approving), bo.SubmitAsync(rejecting));
        await world.RestAsync();

        var said = Shortcuts.Text(world.Modals(ada)[^1]) + Shortcuts.Text(world.Modals(bo)[^1]);
        var sop = await world.SopAsync();
        said.Should().Contain("was faster");
        if (sop.State == SopState.Published) said.Should().Contain("is in force").And.NotContain("*Rejected.*");
        else (sop.State, said.Contains("is in force", StringComparison.Ordinal)).Should().Be((SopState.Rejected, false));
    }

    [Fact]
    public async Task what_was_rejected_does_not_come_back()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");
        await ada.ClickAsync(world.Cards(ada).Single(), "review.reject");
        await ada.SubmitAsync(await world.ModalAsync(ada, "The same draft will not come back"), ("Words", "we do this in the admin tool now"));
        await ada.CloseAsync(await world.ModalAsync(ada, "*Rejected.*"));

        await ada.SlashAsync("general", "/sop", "mine");
        await world.Slack.UntilAsync(() => world.Said(ada, "general").Any(message => message.Text.Contains("No procedure found", StringComparison.Ordinal)));

        await world.RestAsync();
        (await world.SopAsync()).State.Should().Be(SopState.Rejected);
        world.Workspace.Visible(ada, "general").Direct.Should().Contain(message => message.Text.Contains("admin tool", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_draft_that_was_taken_away_while_its_modal_is_open_is_not_approved()
    {
        await using var world = await Reviewing.UnderReviewAsync();
        var ada = world.Person("ada");
        await ada.ClickAsync(world.Cards(ada).Single(), "review.approve");
        var modal = await world.ModalAsync(ada, "Put in force");
        await world.Database.DoAsync(new Bot.Storage.Scope.Miner(new(world.Workspace.Id)), unit => Bot.Storage.RawSql.RunAsync(unit, "DELETE FROM sops; DELETE FROM drafts", default));

        await ada.SubmitAsync(modal);

        await world.ModalAsync(ada, "not there any more");
    }
}
