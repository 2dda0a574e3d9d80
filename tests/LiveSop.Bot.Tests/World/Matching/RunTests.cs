using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Matching;

/// <summary>Start → checklist → finished, in the thread.</summary>
public sealed class RunTests
{
    private const string Asked = "my csv export has been running for two hours at customer 900";

    [Fact]
    public async Task a_run_is_started_checked_step_by_step_and_measured()
    {
        await using var world = await Teaching.TaughtAsync();
        var bo = world.Person("bo");
        var asked = await StartedAsync(world);
        Card(world, asked).Json().Should().Contain("Ask for the id of the export").And.Contain("run.check");
        Card(world, asked).Text.Should().Contain("0 of 3 steps done").And.Contain($"<@{bo.Id}>");

        await PressAsync(world, asked, "run.check", "1 of 3");
        await PressAsync(world, asked, "run.check", "2 of 3");
        await PressAsync(world, asked, "run.undo", "1 of 3");
        await PressAsync(world, asked, "run.check", "2 of 3");
        await PressAsync(world, asked, "run.check", "3 of 3");
        await PressAsync(world, asked, "run.finish", "Solved in");

        Card(world, asked).Text.Should().Contain("usually 41 min");
        (await RunAsync(world)).FinishedAt.Should().NotBeNull();
        (await world.MatchAsync(asked))!.Verdict.Should().Be(Verdict.Confirmed);
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task a_step_that_somebody_writes_to_have_done_is_checked_by_itself()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await StartedAsync(world);

        await ada.PostAsync("general", "Confirm that the file arrives, done for case 7", asked);
        await bo.PostAsync("general", "will restart the export worker later", asked);
        await bo.PostAsync("general", "Ask for the id of the export, done for case 7", asked);

        await world.Slack.UntilAsync(() => Card(world, asked).Text.Contains("1 of 3", StringComparison.Ordinal));
        await world.RestAsync();
        Card(world, asked).Text.Should().Contain("1 of 3", "what the requester writes is no deed of hers, and a plan is none");
        Card(world, asked).Json().Should().Contain("seen in the thread");
    }

    [Fact]
    public async Task a_run_is_handed_over_and_the_other_is_told()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await StartedAsync(world);

        await bo.ClickAsync(Card(world, asked), "run.hand_over");
        await bo.SubmitAsync(await world.ModalAsync(bo, "To whom?"), ("To", ada.Id));

        await world.Slack.UntilAsync(() => Card(world, asked).Text.Contains($"in the hands of <@{ada.Id}>", StringComparison.Ordinal));
        await world.Slack.UntilAsync(() => world.Workspace.Visible(ada, "general").Direct.Any(message => message.Text.Contains("handed a case to you", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task offers_how_the_team_has_put_a_step_before()
    {
        await using var world = await Teaching.TaughtAsync();
        var bo = world.Person("bo");
        var asked = await StartedAsync(world);

        await bo.ClickAsync(Card(world, asked), "run.wording");

        await world.Slack.UntilAsync(() => world.Whispers(bo, "general", asked).Any(message => message.Contains("your team wrote", StringComparison.Ordinal) || message.Contains("no wording", StringComparison.Ordinal)));
        world.Whispers(bo, "general", asked)[^1].Should().Contain("Ask for the id of the export");
    }

    [Fact]
    public async Task a_guest_who_presses_reads_why_not_and_nothing_is_started()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo, cy) = (world.Person("ada"), world.Person("bo"), world.Person("cy"));
        var asked = await ada.PostAsync("general", Asked);
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        await ada.InviteAsync("cy", "general");
        await world.RestAsync();

        await cy.ClickAsync(Card(world, asked), "match.start");
        await world.RestAsync();

        (await world.MatchAsync(asked))!.State.Should().Be(MatchState.Posted);
        world.Whispers(cy, "general", asked).Should().ContainSingle().Which.Should().Contain("Working on cases");
    }

    [Fact]
    public async Task two_who_start_at_once_start_one_run()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", Asked);
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        var card = Card(world, asked);

        await Task.WhenAll(ada.ClickAsync(card, "match.start"), bo.ClickAsync(card, "match.start"));
        await world.RestAsync();

        (await RunAsync(world)).FinishedAt.Should().BeNull();
    }

    private static async Task<string> StartedAsync(World world)
    {
        var bo = world.Person("bo");
        var asked = await world.Person("ada").PostAsync("general", Asked);
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        await bo.ClickAsync(Card(world, asked), "match.start");
        await world.Slack.UntilAsync(() => Card(world, asked).Text.Contains("steps done", StringComparison.Ordinal));
        return asked;
    }

    private static async Task PressAsync(World world, string asked, string action, string until)
    {
        await world.Person("bo").ClickAsync(Card(world, asked), action);
        await world.Slack.UntilAsync(() => Card(world, asked).Text.Contains(until, StringComparison.Ordinal));
    }

    private static SeenMessage Card(World world, string asked) => world.Cards(world.Person("bo"), "general", asked).First(message => !message.IsEphemeral);

    private static Task<RunRow> RunAsync(World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Runs.SingleAsync());
}
