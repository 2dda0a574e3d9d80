using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;
using LiveSop.Domain.Sops.Living;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Interactions;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Reviews;

/// <summary>What people do with drafts, and what they see then. Ada owns the workspace, and so approves; bo is a member.</summary>
internal static class Reviewing
{
    /// <summary>A world where six password resets were solved in #general and mined: SOP 1.</summary>
    /// <param name="more">How many cases beside the six.</param>
    public static async Task<World> MinedAsync(int more = 0)
    {
        var world = await World.StartAsync();
        var ada = world.Person("ada");
        for (var i = 0; i < more; i++) await SolvedCases.PasswordResetAsync(world, "general", $"client{(char)('a' + i)}");
        await SolvedCases.PasswordResetsAsync(world, "general");
        await world.InviteAsync(ada, "general");
        await world.RestAsync();
        await ada.SlashAsync("general", "/sop", "mine");
        await world.Slack.UntilAsync(() => world.Said(ada, "general").Any(message => message.Text.Contains("procedure* recurs", StringComparison.Ordinal)));
        await world.RestAsync();
        return world;
    }

    /// <summary>The same, and bo has asked for a review: the card lies before ada.</summary>
    /// <inheritdoc cref="MinedAsync"/>
    public static async Task<World> UnderReviewAsync(int more = 0)
    {
        var world = await MinedAsync(more);
        var bo = world.Person("bo");
        await bo.ClickAsync(world.Said(bo, "general").Last(message => message.User == world.App.Bot.Id), "sop.open");
        var modal = await world.ModalAsync(bo, "Ask for review");
        await bo.ClickAsync(modal, "sop.ask_for_review");
        await world.ModalAsync(bo, "Asked for a decision");
        await bo.CloseAsync(world.Modals(bo)[^1]);
        await world.RestAsync();
        return world;
    }

    /// <summary>And ada has approved it: version 1 is in force.</summary>
    /// <inheritdoc cref="MinedAsync"/>
    public static async Task<World> PublishedAsync(int more = 0)
    {
        var world = await UnderReviewAsync(more);
        await world.ApproveAsync(world.Person("ada"), world.Cards(world.Person("ada")).Single());
        return world;
    }

    public static async Task ApproveAsync(this World world, Person who, SeenMessage card, string why = "as we do it")
    {
        await who.ClickAsync(card, "review.approve");
        await who.SubmitAsync(await world.ModalAsync(who, "Put in force"), ("Why", why));
        await world.ModalAsync(who, "is in force");
        await who.CloseAsync(world.Modals(who)[^1]);
        await world.RestAsync();
    }

    public static IReadOnlyList<SeenMessage> Cards(this World world, Person who) =>
        [.. world.Workspace.Visible(who, "general").Direct.Where(message => message.User == world.App.Bot.Id && message.Text.Contains("Please decide", StringComparison.Ordinal))];

    /// <summary>Its blocks.</summary>
    public static string Json(this SeenMessage message) => message.Blocks?.GetRawText() ?? "";

    public static IReadOnlyList<View> Modals(this World world, Person who) => world.Workspace.Visible(who, "general").Modals;

    /// <summary>The topmost modal, once it says so.</summary>
    public static async Task<View> ModalAsync(this World world, Person who, string saying)
    {
        await world.Slack.UntilAsync(() => world.Modals(who) is [.., var top] && Shortcuts.Text(top).Contains(saying, StringComparison.Ordinal));
        return world.Modals(who)[^1];
    }

    /// <summary>An admin has given somebody a role in the default space.</summary>
    public static Task MakeAsync(this World world, Person who, Role role)
    {
        var workspace = new WorkspaceId(world.Workspace.Id);
        return world.Database.DoAsync(new Scope.Miner(workspace), unit =>
        {
            unit.Db.Add(new SpaceRoleRow { WorkspaceId = workspace, SpaceId = Spaces.Default(workspace), UserId = new(who.Id), Role = role, GrantedBy = new(who.Id), GrantedAt = DateTimeOffset.UnixEpoch });
            return Task.CompletedTask;
        });
    }

    public static Task<SopRow> SopAsync(this World world, int number = 1) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Sops.SingleAsync(one => one.Number == number));

    public static async Task<Procedure> VersionAsync(this World world, int version) =>
        ProcedureFormat.Read(await world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.SopVersions.Where(one => one.Version == version).Select(one => one.Body).SingleAsync()));

    public static Task<DraftRow> DraftAsync(this World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Drafts.OrderByDescending(one => one.CreatedAt).FirstAsync());
}
