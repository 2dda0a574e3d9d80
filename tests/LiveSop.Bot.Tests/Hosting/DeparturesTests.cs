using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Bot.Work;
using Microsoft.Extensions.Logging.Abstractions;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Hosting;

/// <summary>A workspace removed the app at <see cref="Noon"/>; the other stays.</summary>
public sealed class DeparturesTests
{
    [Fact]
    public async Task who_left_is_erased_after_the_days_of_grace_and_nobody_else()
    {
        await using var database = await LeftAsync();
        var departures = Departures(database);

        await departures.RunAsync(Noon.AddDays(30).AddSeconds(-1), default);
        (await RowsAsync(database, Ours)).Should().BePositive("the days of grace are not over");
        await departures.RunAsync(Noon.AddDays(30), default);

        (await RowsAsync(database, Ours)).Should().Be(0);
        (await RowsAsync(database, Theirs)).Should().BeGreaterThan(20);
    }

    [Fact]
    public async Task who_came_back_in_time_keeps_everything()
    {
        await using var database = await LeftAsync();
        await database.DoAsync(Miner, unit => unit.RunAsync("UPDATE workspaces SET state = 'connected', left_at = NULL", default));
        var before = await RowsAsync(database, Ours);

        await Departures(database).RunAsync(Noon.AddDays(300), default);

        (await RowsAsync(database, Ours)).Should().Be(before);
    }

    private static Departures Departures(TestDatabase database) => new(database.Database, new() { GraceDays = 30 }, TimeProvider.System, NullLogger<Departures>.Instance);

    private static async Task<TestDatabase> LeftAsync()
    {
        var database = await CreateAsync();
        await database.DoAsync(Miner, async unit =>
        {
            await unit.RunAsync("UPDATE workspaces SET state = 'stopped', left_at = $1", default, Noon);
            await new Jobs(unit, Ours, Noon).AddAsync("leave", new Job.Leave(), default);
        });
        return database;
    }

    private static async Task<int> RowsAsync(TestDatabase database, WorkspaceId workspace) =>
        (await Contents.RowsAsync(database.Owner)).SelectMany(table => table.Value).Count(row => row.Contains($"\"workspace_id\": \"{workspace}\"", StringComparison.Ordinal));
}
