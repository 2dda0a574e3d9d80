using LiveSop.Bot.Learn.Nightly;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Work;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Files;

/// <summary>What is found at night.</summary>
public sealed class NightlyTests
{
    private static readonly DateOnly day = new(2026, 11, 24);

    [Fact]
    public async Task finds_what_recurs_and_tells_nobody()
    {
        await using var world = await World.StartAsync();
        await SolvedCases.PasswordResetsAsync(world, "general");
        await world.InviteAsync(world.Person("ada"), "general");
        await world.RestAsync();
        var said = world.Said(world.Person("ada"), "general").Count;

        await NightAsync(world, day);
        await NightAsync(world, day);
        await NightAsync(world, day.AddDays(1));

        (await world.SopsAsync()).Should().ContainSingle().Which.State.Should().Be(SopState.Draft);
        world.Said(world.Person("ada"), "general").Should().HaveCount(said);
        (await world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Jobs.CountAsync(one => one.Kind == "mineworkspace"))).Should().Be(2, "once for each day");
    }

    [Fact]
    public async Task what_is_private_is_not_mixed_with_what_is_public()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await ada.InviteAsync("bo", "secret");
        await SolvedCases.PasswordResetsAsync(world, "general");
        await SolvedCases.PasswordResetsAsync(world, "secret");
        await world.InviteAsync(ada, "general");
        await world.InviteAsync(ada, "secret");
        await world.RestAsync();

        await NightAsync(world, day);

        var places = await world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.SopSources.GroupBy(one => one.SopId).Select(one => one.Count()).ToListAsync());
        places.Should().HaveCount(2).And.OnlyContain(count => count == 1);
    }

    private static async Task NightAsync(World world, DateOnly night)
    {
        var workspace = new WorkspaceId(world.Workspace.Id);
        await world.Database.DoAsync(new Scope.Miner(workspace), unit => MineWorkspace.AddAsync(new Jobs(unit, workspace, TimeProvider.System.GetUtcNow()), night, CancellationToken.None));
        await world.RestAsync();
    }
}
