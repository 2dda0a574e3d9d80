using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Forgetting;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Bot.Tests.World.Versions;
using LiveSop.Domain.Incidents;
using LiveSop.Workspace.Slack;
using Person = LiveSop.Workspace.Slack.Person;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Memory;

/// <summary>What is said is found again, and what is gone is not.</summary>
public sealed class RememberingTests
{
    private static readonly string[] stuck = ["ada|the nightly export of alderfen is stuck", "bo|Restarted the ingest worker, it runs again.", "ada|it works, thanks!"];

    [Fact]
    public async Task what_was_said_before_the_bot_came_and_since_is_remembered_with_how_it_ended()
    {
        await using var world = await World.StartAsync();
        await SolvedCases.ThreadAsync(world, "general", stuck);
        await world.InviteAsync(world.Person("ada"), "general");
        await SolvedCases.ThreadAsync(world, "general", "ada|the invoice of hollin shows the wrong address", "bo|Which address should it show?");
        await world.Person("ada").PostAsync("general", "good morning everyone");

        await world.RememberAsync();

        var incidents = await IncidentsAsync(world);
        incidents.Select(one => (one.Title, one.Outcome)).Should().Equal((stuck[0][4..], Outcome.Solved), ("the invoice of hollin shows the wrong address", Outcome.Open));
        incidents[0].ClosedAt.Should().NotBeNull();
        (await VectorsAsync(world)).Should().Be(2);
    }

    [Fact]
    public async Task talk_without_threads_is_remembered_and_leaves_it_when_a_thread_begins()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        var asked = await ada.PostAsync("general", "the export of alderfen is stuck, can somebody look?");
        await bo.PostAsync("general", "I restarted the ingest worker for it.");
        await world.RememberAsync();
        var before = await IncidentsAsync(world);

        await bo.PostAsync("general", "It was out of memory.", asked);
        await world.RememberAsync();

        before.Should().ContainSingle().Which.ThreadTs.Should().BeNull();
        var after = (await IncidentsAsync(world)).Should().ContainSingle().Subject;
        after.ThreadTs!.Value.Value.Should().Be(asked);
        after.Text.Should().Contain("out of memory").And.NotContain("ingest worker");
    }

    [Fact]
    public async Task edits_and_deletions_change_it_and_a_deleted_case_is_gone()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "general");
        var first = await SolvedCases.ThreadAsync(world, "general", stuck);
        var second = await SolvedCases.ThreadAsync(world, "general", "ada|the invoice of hollin shows the wrong address", "bo|Corrected the address.");
        await world.RememberAsync();

        await ada.EditAsync("general", first, "the nightly import of alderfen is stuck");
        await ada.DeleteAsync("general", second);
        await world.RememberAsync();

        (await IncidentsAsync(world)).Should().ContainSingle().Which.Text.Should().Contain("nightly import").And.NotContain("export");
        (await VectorsAsync(world)).Should().Be(1);
    }

    [Fact]
    public async Task what_somebody_said_goes_with_them_and_the_rest_is_remembered_anew()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        await SolvedCases.ThreadAsync(world, "general", stuck);
        await SolvedCases.ThreadAsync(world, "general", "bo|the printer on floor two is out of paper", "bo|nobody there?");
        await world.RememberAsync();

        await world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), unit => unit.EraseAsync(new(world.Workspace.Id), new Subject.OfPerson(new(bo.Id)), DateTimeOffset.UnixEpoch.AddYears(60), default));
        (await IncidentsAsync(world)).Should().BeEmpty();
        await SolvedCases.ThreadAsync(world, "general", "ada|the invoice of hollin shows the wrong address", "bo|Corrected the address.");
        await world.RememberAsync();

        (await IncidentsAsync(world)).Select(one => one.Text).Should().ContainSingle().Which.Should().Contain("hollin").And.NotContain("ingest worker");
    }

    [Fact]
    public async Task a_search_shows_past_cases_to_whoever_may_read_them()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        await world.InviteAsync(ada, "secret");
        await SolvedCases.ThreadAsync(world, "general", stuck);
        await SolvedCases.ThreadAsync(world, "secret", "ada|the export of the salaries is stuck", "ada|never mind, restarted it");
        await world.RememberAsync();

        (await world.TellAsync(bo, "search export stuck", "Past cases")).Should().Contain("nightly export of alderfen").And.Contain("solved in").And.Contain("archives/").And.NotContain("salaries");
        await world.TellAsync(bo, "search sandwich", "Nothing that you may read speaks of");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("what happened last time?")]
    [InlineData("similar")]
    [InlineData("seen this before?")]
    public async Task a_mention_in_a_thread_tells_its_asker_alone_what_was_like_it(string asked)
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        await SolvedCases.ThreadAsync(world, "general", stuck);
        var again = await SolvedCases.ThreadAsync(world, "general", "ada|the export of dunmarrow is stuck since last night", "bo|Looking into it.");
        await world.RememberAsync();

        await bo.PostAsync("general", $"@{world.Bot} {asked}", again);
        await world.RestAsync();

        var told = Whispers(world, bo, again).Should().ContainSingle().Which;
        told.Json().Should().Contain("nightly export of alderfen").And.NotContain("dunmarrow");
        Whispers(world, ada, again).Should().BeEmpty();
        world.Slack.Faults.Should().BeEmpty();
    }

    private static Task<List<IncidentRow>> IncidentsAsync(World world) =>
        world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Incidents.AsNoTracking().OrderBy(one => one.OpenedAt).ToListAsync());

    private static Task<int> VectorsAsync(World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.IncidentVectors.CountAsync());

    private static IReadOnlyList<SeenMessage> Whispers(World world, Person who, string thread) =>
        [.. world.Said(who, "general").Concat(world.Workspace.Visible(who, "general").Thread(thread)).Where(message => message.IsEphemeral).DistinctBy(message => message.Ts)];
}
