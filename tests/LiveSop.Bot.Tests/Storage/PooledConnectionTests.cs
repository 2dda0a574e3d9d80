using System.Collections.Concurrent;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>A connection serves one workspace after another, and carries nothing over.</summary>
public sealed class PooledConnectionTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(8, 32)]
    public async Task many_flows_over_few_connections_see_each_their_own(int connections, int flows)
    {
        await using var database = await CreateAsync(connections);
        var wrong = new ConcurrentBag<string>();
        var processes = new ConcurrentDictionary<int, int>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 600), new ParallelOptions { MaxDegreeOfParallelism = flows }, async (number, _) =>
        {
            var (scope, expected) = Turn(number);
            await using var unit = await database.BeginAsync(scope);
            processes.TryAdd(unit.Connection.ProcessID, 0);
            var seen = await unit.Db.Messages.OrderBy(row => row.ChannelId).Select(row => new { row.WorkspaceId, row.ChannelId }).ToListAsync(CancellationToken.None);
            if (!seen.Select(row => $"{row.WorkspaceId}/{row.ChannelId}").SequenceEqual(expected)) wrong.Add($"{scope} saw {string.Join(' ', seen)}");
            await EndAsync(unit, number);
        });

        wrong.Should().BeEmpty();
        processes.Count.Should().BeInRange(1, connections);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task after_each_way_to_end_the_next_one_without_a_scope_sees_nothing(int ending)
    {
        await using var database = await CreateAsync(connections: 1);
        var first = await database.BeginAsync(Miner);
        var process = first.Connection.ProcessID;
        (await first.Db.Messages.CountAsync()).Should().Be(3);
        await EndAsync(first, ending);
        await first.DisposeAsync();

        await using var second = await database.BeginAsync(new Scope.Dispatcher());
        second.Connection.ProcessID.Should().Be(process);
        (await second.Db.Messages.CountAsync()).Should().Be(0);
        await using var settings = second.Command("SELECT current_setting('app.workspace_id') || current_setting('app.user_id')");
        (await settings.ExecuteScalarAsync()).Should().Be("");
    }

    [Fact]
    public async Task a_scope_that_sql_sets_for_the_session_ends_with_the_unit()
    {
        await using var database = await CreateAsync(connections: 1);
        await database.DoAsync(Miner, async unit =>
        {
            await using var command = unit.Command("SELECT set_config('app.scope', 'miner', false), set_config('app.workspace_id', 'T2', false)");
            await command.ExecuteNonQueryAsync();
        });

        await using var next = await database.BeginAsync(new Scope.Dispatcher());
        await next.CommitAsync(CancellationToken.None);

        (await next.Db.Messages.CountAsync()).Should().Be(0);
    }

    private static (Scope Scope, string[] Expected) Turn(int number) => (number % 5) switch
    {
        0 => (Miner, ["T1/C1", "T1/D1", "T1/G1"]),
        1 => (new Scope.Miner(Theirs), ["T2/C1", "T2/D1", "T2/G1"]),
        2 => (Viewer(Ben), ["T1/C1"]),
        3 => (new Scope.Viewer(Theirs, Ann), ["T2/C1", "T2/D1", "T2/G1"]),
        _ => (new Scope.Dispatcher(), []),
    };

    private static async Task EndAsync(UnitOfWork unit, int ending)
    {
        if (ending % 4 == 0) await unit.CommitAsync(CancellationToken.None);
        if (ending % 4 == 1) await unit.Db.Database.RollbackTransactionAsync();
        if (ending % 4 == 2) await FluentActions.Awaiting(() => unit.Db.Database.ExecuteSqlAsync($"SELECT 1/0")).Should().ThrowAsync<Npgsql.PostgresException>();
    }
}
