using LiveSop.Bot.Storage;
using LiveSop.Workspace;
using LiveSop.Workspace.Slack;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Reading;

public sealed class KilledReaderTests
{
    private const int Kills = 20;

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task reads_row_for_row_the_same_however_often_it_is_killed()
    {
        await using var calm = await WorldAsync();
        await calm.StartBotAsync();
        await calm.InviteAsync(calm.Person("ada"), "support");
        await using var world = await WorldAsync();

        var interrupted = await KillAgainAndAgainAsync(world);
        await using var last = await BotProcess.ListensAsync(world);
        await world.HasReadAsync("support");
        await world.RestAsync();

        interrupted.Should().Be(Kills, "each kill should break the reading off");
        (await RowsAsync(world)).Should().HaveCountGreaterThan(4000).And.BeEquivalentTo(await RowsAsync(calm), options => options.WithStrictOrdering());
        world.Slack.Faults.Should().BeEmpty();
    }

    private static async Task<World> WorldAsync()
    {
        var world = await World.StartAsync(withBot: false);
        new LongPast(6000, Now.AddMonths(-11), Now.AddHours(-1)) { Replies = 4 }.Fill(world.Workspace.Conversation("support"));
        return world;
    }

    /// <returns>How many kills found the reading unfinished.</returns>
    private static async Task<int> KillAgainAndAgainAsync(World world)
    {
        var (dice, interrupted) = (new Dice(7), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var bot = await BotProcess.ListensAsync(world);
            if (kill == 0) await world.Person("ada").InviteAsync(world.Bot, "support");
            var until = Calls(world) + dice.Between(1, 60);
            await world.Slack.UntilAsync(() => Calls(world) >= until);
            await bot.KillAsync();
            interrupted += await IsReadingAsync(world) ? 1 : 0;
            await ReleaseAsync(world);
        }
        return interrupted;
    }

    private static int Calls(World world) => world.Slack.Calls.Count(call => call.Method is "conversations.history" or "conversations.replies");

    private static Task<bool> IsReadingAsync(World world) =>
        world.Database.AskAsync(Scope(world), async db => !await db.Readings.AnyAsync(reading => reading.Kind == ReadingKind.Backfill && reading.State == ReadingState.Done));

    /// <summary>As if the half minute had gone by after which another may take over a dead worker's job.</summary>
    private static Task ReleaseAsync(World world) =>
        world.Database.DoAsync(Scope(world), unit => unit.Db.WorkQueue.Where(row => row.Kind == QueueKind.Job).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, Now)));

    private static async Task<List<string>> RowsAsync(World world) =>
        [.. (await world.MessagesAsync()).Select(row => $"{row.ChannelId} {row.Ts} {row.ThreadTs} {row.AuthorId} {row.AuthorName} {row.IsApp} {row.PostedAt:O} {row.EditedTs} {row.DeletedAt:O} {row.Text}").Order(StringComparer.Ordinal)];

    private static Scope.Miner Scope(World world) => new(new(world.Workspace.Id));
}
