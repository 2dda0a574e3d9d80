using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Tests.Work;

/// <summary>Who gets which work, and what looking for it costs.</summary>
public sealed class WorkQueueTests
{
    private static readonly WorkspaceId Workspace = new("T1");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task takes_the_lanes_that_wait_longest_and_each_in_its_order()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, "C2 1", "C1 1", "C2 2", "C3 1", "C1 2");

        (await HoldAsync(database, lanes: 2, rows: 100)).Should().Equal("C2 1", "C1 1", "C2 2", "C1 2");
    }

    [Fact]
    public async Task takes_nothing_of_a_lane_whose_oldest_must_wait()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, "C1 1", "C2 1", "C1 2");
        await database.DoAsync(new Scope.Miner(Workspace), unit => unit.RunAsync("UPDATE work_queue SET due_at = due_at + interval '1 min' WHERE item = 'C1 1'", CancellationToken.None));

        (await HoldAsync(database, lanes: 10, rows: 100)).Should().Equal("C2 1");
    }

    [Fact]
    public async Task passes_over_lanes_that_another_holds_and_finds_those_behind()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, "C1 1", "C2 1", "C3 1", "C1 2");
        await using var other = await database.BeginAsync(new Scope.Dispatcher());
        (await other.HoldAsync(QueueKind.Inbox, [Workspace], Now, (2, 100), CancellationToken.None)).Should().HaveCount(3);

        (await HoldAsync(database, lanes: 2, rows: 100)).Should().Equal("C3 1");
    }

    [Fact]
    public async Task gives_each_lane_its_part_however_long_one_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, [.. Enumerable.Range(1, 50).Select(number => $"C1 {number}"), "C2 1", "C3 1"]);

        (await HoldAsync(database, lanes: 10, rows: 12)).Should().Equal("C1 1", "C1 2", "C1 3", "C1 4", "C2 1", "C3 1");
    }

    [Fact]
    public async Task takes_no_work_of_other_workspaces_and_other_kinds()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, "C1 1");
        await database.DoAsync(new Scope.Miner(new("T2")), unit => unit.AddAsync(QueueKind.Inbox, new("T2"), "C1", "theirs", Now, CancellationToken.None));
        await database.DoAsync(new Scope.Miner(Workspace), unit => unit.AddAsync(QueueKind.Outbox, Workspace, "C1", "an effect", Now, CancellationToken.None));

        (await HoldAsync(database, lanes: 10, rows: 10)).Should().Equal("C1 1");
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(200, false)]
    [InlineData(200, true)]
    public async Task reads_little_of_a_long_queue_whatever_the_planner_knows_of_it(int lanes, bool analysed)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.DoAsync(new Scope.Miner(Workspace), unit => unit.RunAsync("""
            INSERT INTO work_queue (workspace_id, kind, lane, item, due_at, attempts) SELECT $1, 'inbox', 'C' || i % $2, i::text, $3, 0 FROM generate_series(1, 20000) i
            """, CancellationToken.None, Workspace.Value, lanes, Now));
        if (analysed) await TestServer.RunAsync(database.Owner, "ANALYZE work_queue");

        await using var unit = await database.BeginAsync(new Scope.Dispatcher());
        var held = await unit.HoldAsync(QueueKind.Inbox, [Workspace], Now, (64, 256), CancellationToken.None);
        var read = await unit.ReadAsync("SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) FROM pg_stat_xact_user_tables WHERE relname = 'work_queue'",
            row => row.GetInt64(0), CancellationToken.None);

        held.Should().HaveCount(256);
        read.Should().ContainSingle().Which.Should().BeInRange(256, 2000);
    }

    /// <param name="rows">A lane and what stands in it, as <c>C1 1</c>.</param>
    private static Task AddAsync(TestDatabase database, params string[] rows) => database.DoAsync(new Scope.Miner(Workspace), async unit =>
    {
        foreach (var row in rows) await unit.AddAsync(QueueKind.Inbox, Workspace, row.Split(' ')[0], row, Now, CancellationToken.None);
    });

    private static async Task<List<string>> HoldAsync(TestDatabase database, int lanes, int rows)
    {
        await using var unit = await database.BeginAsync(new Scope.Dispatcher());
        return [.. (await unit.HoldAsync(QueueKind.Inbox, [Workspace], Now, (lanes, rows), CancellationToken.None)).Select(item => item.Item)];
    }
}
