using LiveSop.Workspace.History;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World;

/// <summary>The whole way: Slack, Postgres, the miner, Slack.</summary>
public sealed class MiningConversationTests
{
    [Fact]
    public async Task mines_what_was_said_before_it_came_and_shows_the_steps_of_a_finding()
    {
        await using var world = await World.StartAsync(Blueprint.Tarnbrook(TimeProvider.System.GetUtcNow()));
        world.Workspace.Load(CompanyHistory.Generate(1, new HistorySize()));
        var dana = world.Person("dana.mercer");
        await world.InviteAsync(dana, "support");
        await world.HasReadAsync("support");

        await dana.SlashAsync("support", "/sop", "mine");

        await world.Slack.UntilAsync(() => world.Said(dana, "support").Any(message => message.Text.Contains("procedures", StringComparison.Ordinal) && message.EditedTs is not null));
        var list = world.Said(dana, "support").Last(message => message.User == world.App.Bot.Id);
        await dana.ClickAsync(list, "candidate.steps");
        await world.Slack.UntilAsync(() => world.Workspace.Visible(dana, "support").Modals.Any(modal => modal.Json.GetRawText().Contains("Mined from", StringComparison.Ordinal)));
        world.Slack.Faults.Should().BeEmpty();
    }
}
