using LiveSop.Bot.Memory;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.World.Matching;
using LiveSop.Bot.Work;
using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveSop.Bot.Tests.World.Memories;

/// <summary>Every incident is remembered; similar ones come up with how they ended, to whoever may read them.</summary>
public sealed class MemoryTests
{
    [Fact]
    public async Task remembers_what_was_asked_how_it_ended_and_how_long_it_took()
    {
        await using var world = await RememberingAsync("general");

        var incidents = await IncidentsAsync(world);

        incidents.Should().HaveCount(6).And.OnlyContain(one => one.Ended == IncidentEnd.Solved && one.ClosedAt >= one.OpenedAt && one.Request.Contains("password reset mail"));
        (await world.Database.AskAsync(Miner(world), db => db.IncidentVectors.CountAsync(one => one.Model == "livesop-words-1"))).Should().Be(6);
    }

    [Fact]
    public async Task an_incident_that_goes_on_is_remembered_as_it_is_now()
    {
        await using var world = await RememberingAsync("general");
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", "the invoice of march shows the wrong amount");
        await bo.PostAsync("general", "Corrected the amount of the invoice.", asked);
        await RememberAsync(world);
        (await IncidentsAsync(world)).Single(one => one.Request.Contains("invoice")).Ended.Should().Be(IncidentEnd.Unsaid);

        await ada.PostAsync("general", "it is right now, thanks", asked);
        await RememberAsync(world);

        (await IncidentsAsync(world)).Should().HaveCount(7).And.ContainSingle(one => one.Request.Contains("invoice") && one.Ended == IncidentEnd.Solved);
    }

    [Fact]
    public async Task what_was_deleted_is_forgotten_at_once()
    {
        await using var world = await RememberingAsync("general");
        var ada = world.Person("ada");
        var root = world.Said(ada, "general").First(message => message.Text.Contains("dunmarrow", StringComparison.Ordinal));

        await ada.DeleteAsync("general", root.Ts);
        await world.RestAsync();

        (await IncidentsAsync(world)).Should().HaveCount(5).And.NotContain(one => one.Text.Contains("dunmarrow"));
        (await world.Database.AskAsync(Miner(world), db => db.IncidentVectors.CountAsync())).Should().Be(5);
    }

    [Theory]
    [InlineData("what happened last time?")]
    [InlineData("similar")]
    public async Task last_time_tells_whoever_asks_in_a_thread(string question)
    {
        await using var world = await RememberingAsync("general");
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", "another user gets no password reset mail");
        await world.RestAsync();

        await bo.PostAsync("general", $"@{world.Bot} {question}", asked);

        await world.Slack.UntilAsync(() => world.Whispers(bo, "general", asked).Any(message => message.Contains("likest of what was asked", StringComparison.Ordinal)));
        world.Whispers(bo, "general", asked)[^1].Should().Contain("password reset mail").And.Contain("solved in").And.Contain("/archives/").And.NotContain("dunmarrow", "names and values are placeholders here");
        world.Whispers(ada, "general", asked).Should().BeEmpty();
    }

    [Fact]
    public async Task search_shows_nobody_what_they_could_not_read()
    {
        await using var world = await RememberingAsync("secret");
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));

        await ada.SlashAsync("general", "/sop", "search password mail");
        await bo.SlashAsync("general", "/sop", "search password mail");

        await world.Slack.UntilAsync(() => Said(ada).Any() && Said(bo).Any());
        Said(ada).Should().ContainSingle().Which.Should().Contain("Asked before").And.Contain("solved in");
        Said(bo).Should().ContainSingle().Which.Should().Contain("nothing asked before that you may read");

        IEnumerable<string> Said(LiveSop.Workspace.Slack.Person who) => world.Whispers(who, "general", "").Where(message => message.Contains("password mail", StringComparison.Ordinal));
    }

    private static async Task<World> RememberingAsync(string place)
    {
        var world = await World.StartAsync();
        var ada = world.Person("ada");
        if (place == "secret") await ada.InviteAsync("bo", place);
        await SolvedCases.PasswordResetsAsync(world, place);
        await world.InviteAsync(ada, place);
        await world.RestAsync();
        if (place == "secret") await ada.KickAsync("bo", place);
        if (place == "secret") await world.InviteAsync(ada, "general");
        await RememberAsync(world);
        return world;
    }

    private static async Task RememberAsync(World world)
    {
        await world.RestAsync();
        var remembering = world.Services.All.GetRequiredService<RememberTalk>();
        while (await remembering.RunAsync(new(world.Workspace.Id), CancellationToken.None) is JobEnd.Later) continue;
    }

    private static Task<List<IncidentRow>> IncidentsAsync(World world) => world.Database.AskAsync(Miner(world), db => db.Incidents.AsNoTracking().ToListAsync());

    private static Scope.Miner Miner(World world) => new(new(world.Workspace.Id));
}
