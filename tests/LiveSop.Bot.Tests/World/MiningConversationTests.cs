using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
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
        await dana.ClickAsync(list, "sop.open");
        await world.Slack.UntilAsync(() => world.Workspace.Visible(dana, "support").Modals.Any(modal => modal.Json.GetRawText().Contains("nobody has reviewed it yet", StringComparison.Ordinal)));
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task says_so_where_mining_fails_for_good()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "support");
        await world.RestAsync();
        await TestServer.RunAsync(world.Database.Owner, "ALTER TABLE messages RENAME COLUMN text TO hidden");

        await ada.SlashAsync("support", "/sop", "mine");

        // Every attempt as if it were the last: the pauses between them grow.
        await world.UntilAsync(async unit =>
        {
            await unit.RunAsync("UPDATE work_queue SET attempts = 4, due_at = now() WHERE kind = 'job' AND attempts < 4", CancellationToken.None);
            await unit.CommitAsync(CancellationToken.None);
            return world.Said(ada, "support").Any(message => message.Text.Contains("could not look", StringComparison.Ordinal));
        });
    }
}
