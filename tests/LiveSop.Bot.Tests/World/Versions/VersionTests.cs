using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Tests.World.Versions;

/// <summary>What happens to a procedure after its first version. Ada owns the workspace, bo is a member, cy a guest.</summary>
public sealed class VersionTests
{
    [Fact]
    public async Task history_and_diff_tell_what_changed_to_whoever_may_read_it()
    {
        await using var world = await TwoVersionsAsync();
        var (ada, bo, cy) = (world.Person("ada"), world.Person("bo"), world.Person("cy"));

        var history = await world.TellAsync(ada, "history 1", "*Version 1*");
        history.Should().Contain("*Version 2*").And.Contain("in force").And.Contain("as we do it").And.Contain("the first version").And.Contain("version.restore");
        (await world.TellAsync(bo, "history 1", "*Version 2*")).Should().NotContain("version.restore", "bo edits nothing");
        (await world.TellAsync(ada, "diff 1", "From version 1 to version 2")).Should().Contain("Reset mails that do not arrive");
        (await world.TellAsync(ada, "diff 1 2 7", "There is no version 7")).Should().Contain("1 to 2");
        (await world.TellAsync(cy, "history 1", "I know no procedure")).Should().NotContain("Reset mails");
        (await world.TellAsync(cy, "diff 1", "I know no procedure")).Should().NotContain("Reset mails");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task an_earlier_version_is_in_force_again_only_when_an_approver_says_so()
    {
        await using var world = await TwoVersionsAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        (await world.TellAsync(bo, "restore 1 1", "is for its editors")).Should().Contain(ada.Id);
        await world.MakeAsync(bo, Role.Editor);

        (await world.TellAsync(bo, "restore 1 1", "Asked for a decision")).Should().Contain(ada.Id);

        await world.RestAsync();
        (await world.SopAsync()).Version.Should().Be(2, "nobody has decided yet");
        (await world.TellAsync(bo, "show 1", "a draft of an earlier version")).Should().Contain("waits for review");
        await world.TellAsync(bo, "restore 1 1", "asked for already");
        await world.ApproveAsync(ada, world.Cards(ada).Single());
        var (first, third) = (await world.VersionAsync(1), await world.VersionAsync(3));
        third.Title.Should().Be(first.Title);
        third.NextStep.Should().BeGreaterThanOrEqualTo((await world.VersionAsync(2)).NextStep, "ids of steps are never used again");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task buttons_of_the_history_compare_and_restore()
    {
        await using var world = await TwoVersionsAsync();
        var ada = world.Person("ada");
        await world.OpenAsync(ada);
        await ada.ClickAsync(world.Modals(ada)[^1], "sop.history");
        var history = await world.ModalAsync(ada, "*Version 1*");

        await ada.ClickAsync(history, "version.changes");
        await ada.CloseAsync(await world.ModalAsync(ada, "From version 1 to version 2"));
        await ada.ClickAsync(world.Modals(ada)[^1], "version.restore");

        await world.ModalAsync(ada, "Asked for a decision");
        await world.RestAsync();
        (await world.DraftAsync()).Kind.Should().Be(DraftKind.Restored);
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task what_is_out_of_use_is_found_by_nobody_until_it_is_restored()
    {
        await using var world = await TwoVersionsAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.TellAsync(ada, "restore 1 1", "Asked for a decision");
        await world.RestAsync();
        world.Cards(ada).Should().ContainSingle();
        await world.OpenAsync(ada);

        await ada.ClickAsync(world.Modals(ada)[^1], "sop.retire");

        await world.ModalAsync(ada, "*Out of use.* The draft that was open is withdrawn.");
        await ada.CloseAsync(world.Modals(ada)[^1], all: true);
        await world.RestAsync();
        (await world.SopAsync()).State.Should().Be(SopState.Retired);
        world.Cards(ada).Should().BeEmpty("nothing is to be decided any more");
        await world.TellAsync(bo, "list", "There is no procedure yet");
        await world.TellAsync(ada, "history 1", "Out of use since");

        await world.TellAsync(ada, "restore 1 2", "Asked for a decision");
        await world.RestAsync();
        await world.ApproveAsync(ada, world.Cards(ada).Single());
        (await world.SopAsync()).Should().Match<SopRow>(sop => sop.State == SopState.Published && sop.Version == 3);
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task who_may_not_take_it_out_of_use_has_no_button_and_no_way()
    {
        await using var world = await Reviewing.PublishedAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.OpenAsync(bo);
        Shortcuts.Text(world.Modals(bo)[^1]).Should().NotContain("sop.retire").And.NotContain("sop.audience");
        await world.OpenAsync(ada);
        var modal = world.Modals(ada)[^1];
        await world.Database.DoAsync(new Bot.Storage.Scope.Miner(new(world.Workspace.Id)), unit => Bot.Storage.RawSql.RunAsync(unit, "UPDATE people SET is_owner = false, is_admin = false", default));

        await ada.ClickAsync(modal, "sop.retire");

        await world.ModalAsync(ada, "is for its approvers");
        (await world.SopAsync()).State.Should().Be(SopState.Published);
    }

    [Fact]
    public async Task an_approver_shows_it_to_more_people_and_is_warned_of_closed_channels()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await ada.InviteAsync("bo", "secret");
        await SolvedCases.PasswordResetsAsync(world, "secret");
        await world.InviteAsync(ada, "secret");
        await world.RestAsync();
        await ada.SlashAsync("secret", "/sop", "mine");
        await world.Slack.UntilAsync(() => world.Said(ada, "secret").Any(message => message.Text.Contains("procedure* recurs", StringComparison.Ordinal)));
        await world.RestAsync();
        await world.OpenAsync(ada);
        await ada.ClickAsync(world.Modals(ada)[^1], "sop.ask_for_review");
        await ada.CloseAsync(await world.ModalAsync(ada, "Asked for a decision"));
        await world.RestAsync();
        await world.ApproveAsync(ada, world.Cards(ada).Single());
        var secret = world.Workspace.Conversation("secret").Id;
        await world.OpenAsync(ada);

        await ada.ClickAsync(world.Modals(ada)[^1], "sop.audience");
        var asked = await world.ModalAsync(ada, "Who may read it?");
        Shortcuts.Text(asked).Should().Contain(secret).And.Contain("which not everybody may read");
        await ada.SubmitAsync(asked, ("Audience", "Workspace"));

        await world.ModalAsync(ada, "From now on every member of the workspace may read it");
        (await world.SopAsync()).Audience.Should().Be(SopAudience.Workspace);
        world.Slack.Faults.Should().BeEmpty();
    }

    private static async Task<World> TwoVersionsAsync()
    {
        var world = await Reviewing.PublishedAsync();
        var ada = world.Person("ada");
        await ada.SlashAsync("general", "/sop", "edit 1");
        await ada.SubmitAsync(await world.ModalAsync(ada, "Add a step"), ("Title", "Reset mails that do not arrive"));
        await ada.CloseAsync(await world.ModalAsync(ada, "*Saved.*"));
        await world.RestAsync();
        await world.ApproveAsync(ada, world.Cards(ada).Single());
        return world;
    }
}
