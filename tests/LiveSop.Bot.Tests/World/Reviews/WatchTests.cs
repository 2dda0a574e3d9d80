using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Reviews;

/// <summary>Cases that are solved after the approval: as it says, and otherwise.</summary>
public sealed class WatchTests
{
    private static readonly string[] customers = ["juniper", "kestrel", "larkhill", "mossley", "northrop", "oakhaven", "penbury", "quillon", "redmere", "saltash", "thornby", "upwell"];

    [Fact]
    public async Task cases_solved_as_approved_change_nothing()
    {
        await using var world = await Reviewing.PublishedAsync(more: 18);

        foreach (var customer in customers) await SolvedCases.PasswordResetAsync(world, "general", customer);
        await LookLaterAsync(world);

        (await world.SopAsync()).Version.Should().Be(1);
        (await DraftsAsync(world)).Should().ContainSingle("nothing is proposed");
        (await CasesAsync(world)).Count(one => one.Version == 1).Should().Be(customers.Length);
    }

    [Fact]
    public async Task a_step_that_everybody_adds_is_proposed_once_with_the_threads_behind_it()
    {
        await using var world = await Reviewing.PublishedAsync(more: 18);
        var ada = world.Person("ada");

        foreach (var customer in customers) await ThreadWithCallAsync(world, customer);
        await LookLaterAsync(world);
        await LookLaterAsync(world);

        var revision = (await DraftsAsync(world)).Should().ContainSingle(one => one.Kind == DraftKind.Revision).Which;
        var changes = Changes.Between(await world.VersionAsync(1), ProcedureFormat.Read(revision.Body));
        changes.Should().ContainSingle().Which.Should().BeOfType<Change.Added>().Which.Step.Title.Should().Contain("account manager");
        revision.Reason.Should().MatchRegex("in \\d+ of the last \\d+ cases");
        var card = world.Cards(ada).Should().ContainSingle().Which;
        card.Json().Should().Contain("Your team works differently now").And.Contain("account manager");

        await world.ApproveAsync(ada, card);
        await LookLaterAsync(world);

        (await world.SopAsync()).Version.Should().Be(2);
        (await DraftsAsync(world)).Should().ContainSingle(one => one.Kind == DraftKind.Revision, "what was approved is not proposed again");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task a_revision_that_was_rejected_does_not_come_back()
    {
        await using var world = await Reviewing.PublishedAsync(more: 18);
        var ada = world.Person("ada");
        foreach (var customer in customers) await ThreadWithCallAsync(world, customer);
        await LookLaterAsync(world);
        await ada.ClickAsync(world.Cards(ada).Single(), "review.reject");
        await ada.SubmitAsync(await world.ModalAsync(ada, "The same draft will not come back"));
        await ada.CloseAsync(await world.ModalAsync(ada, "*Rejected.*"));

        await LookLaterAsync(world);

        (await DraftsAsync(world)).Should().ContainSingle(one => one.Kind == DraftKind.Revision).Which.State.Should().Be(DraftState.Rejected);
        (await world.SopAsync()).State.Should().Be(SopState.Published);
    }

    private static Task<string> ThreadWithCallAsync(World world, string customer) => SolvedCases.ThreadAsync(world, "general",
        $"ada|the password reset mail for dana@{customer}.example does not arrive", "bo|Which mail address does the user have?", $"ada|dana@{customer}.example",
        "bo|Removed the address from the block list.", "bo|Sent a new reset mail.", "bo|Informed the account manager about the outage.", "ada|it works, thanks!");

    /// <summary>A day later somebody asks for procedures again.</summary>
    private static async Task LookLaterAsync(World world)
    {
        await world.RestAsync();
        await world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), unit => unit.RunAsync("UPDATE messages SET posted_at = posted_at - interval '13 hours'", default));
        await world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), unit => unit.RunAsync("UPDATE sop_versions SET approved_at = approved_at - interval '13 hours'", default));
        await world.Person("ada").SlashAsync("general", "/sop", "mine");
        await world.RestAsync();
    }

    private static Task<List<DraftRow>> DraftsAsync(World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Drafts.ToListAsync());

    private static Task<List<SopCaseRow>> CasesAsync(World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.SopCases.ToListAsync());
}
