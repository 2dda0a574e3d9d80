using System.Text;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Domain.Audience;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World.Files;

/// <summary>A procedure as a page that goes out and comes back.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public async Task a_page_that_comes_back_becomes_the_draft_and_says_what_changes()
    {
        await using var world = await Reviewing.PublishedAsync();
        var ada = world.Person("ada");
        var page = await PageAsync(world, ada);
        page.Should().Contain("This is SOP 1 in state");

        await world.GiveAsync(ada, "sop-1 (2).md", Changed(page));

        var told = await world.ToldAsync(ada, "*Saved* as a draft");
        told.Json().Should().Contain("Tell the account manager").And.Contain("sop.open");
        await world.RestAsync();
        var draft = await world.DraftAsync();
        (draft.Kind, draft.State, draft.BaseVersion).Should().Be((DraftKind.Edited, DraftState.Waiting, 1));
        ProcedureFormat.Read(draft.Body).Steps.Select(step => step.Title).Should().Contain("Tell the account manager");
        world.Cards(ada).Should().ContainSingle();
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task what_is_not_understood_is_named_by_line_and_nothing_is_saved()
    {
        await using var world = await Reviewing.PublishedAsync();
        var ada = world.Person("ada");
        var page = await PageAsync(world, ada);

        await world.GiveAsync(ada, "sop-1.md", page + "\n## Contacts\n\nask bo\n");

        (await world.ToldAsync(ada, "I did not understand all of the page")).Json().Should().Contain("Line ");
        await world.RestAsync();
        (await world.DraftAsync()).State.Should().Be(DraftState.Approved, "there is no new draft");
    }

    [Fact]
    public async Task what_somebody_else_saved_meanwhile_is_in_it_too()
    {
        await using var world = await Reviewing.PublishedAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.MakeAsync(bo, Role.Editor);
        await bo.SlashAsync("general", "/sop", "edit 1");
        await bo.SubmitAsync(await world.ModalAsync(bo, "Add a step"), ("Trigger", "When bo says so."));
        await world.ModalAsync(bo, "*Saved.*");
        await world.RestAsync();
        var page = await PageAsync(world, ada);
        await bo.SlashAsync("general", "/sop", "edit 1");
        await bo.SubmitAsync(await world.ModalAsync(bo, "Add a step"), ("Trigger", "When bo says so, twice."));
        await world.ModalAsync(bo, "*Saved.*");

        await world.GiveAsync(ada, "sop-1.md", Changed(page));

        await world.ToldAsync(ada, "*Saved* as a draft");
        await world.RestAsync();
        var after = ProcedureFormat.Read((await world.DraftAsync()).Body);
        after.Trigger.Should().Be("When bo says so, twice.");
        after.Steps.Select(step => step.Title).Should().Contain("Tell the account manager");
    }

    [Fact]
    public async Task where_both_changed_the_same_both_are_told_and_nothing_is_lost()
    {
        await using var world = await Reviewing.PublishedAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.MakeAsync(bo, Role.Editor);
        var page = await PageAsync(world, ada);
        await bo.SlashAsync("general", "/sop", "edit 1");
        await bo.SubmitAsync(await world.ModalAsync(bo, "Add a step"), ("Title", "By bo"));
        await world.ModalAsync(bo, "*Saved.*");
        await world.RestAsync();

        await world.GiveAsync(ada, "sop-1.md", "# By ada" + page[page.IndexOf('\n', StringComparison.Ordinal)..]);

        (await world.ToldAsync(ada, "Nothing is saved yet")).Json().Should().Contain("By ada").And.Contain("By bo");
        ProcedureFormat.Read((await world.DraftAsync()).Body).Title.Should().Be("By bo");
    }

    [Fact]
    public async Task who_may_not_edit_is_told_so()
    {
        await using var world = await Reviewing.PublishedAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var page = await PageAsync(world, ada);

        await world.GiveAsync(bo, "sop-1.md", Changed(page));

        await world.ToldAsync(bo, "is for its editors");
    }

    private static async Task<string> PageAsync(World world, Person who)
    {
        await who.SlashAsync("general", "/sop", "edit 1");
        await who.ClickAsync(await world.ModalAsync(who, "Add a step"), "edit.page");
        await who.CloseAsync(await world.ModalAsync(who, "I have sent you the page"));
        return Encoding.UTF8.GetString(await world.GotAsync(who, "sop-1.md"));
    }

    private static string Changed(string page) => page.TrimEnd() + "\n9. Tell the account manager\n";
}
