using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveSop.Bot.Tests.Hosting;

/// <summary>What is over is forgotten; what is not, and what somebody should look at, stays.</summary>
public sealed class HousekeepingTests
{
    private static readonly WorkspaceId Workspace = new("T1");
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task forgets_what_was_handled_sent_and_done_long_ago_and_nothing_else()
    {
        await using var database = await TestDatabase.CreateAsync();
        await FillAsync(database, Workspace);
        await FillAsync(database, new("T2"));

        await TidyAsync(database, async () => (await KeptAsync(database, Workspace)).Count == 9);

        (await KeptAsync(database, Workspace)).Should().BeEquivalentTo("inbox new", "inbox parked", "inbox unhandled", "outbox new", "outbox card", "outbox parked", "outbox waiting", "job new", "job parked");
        (await KeptAsync(database, new("T2"))).Should().HaveCountGreaterThan(Housekeeping.MostAtOnce, "that workspace is not connected here");
    }

    private static async Task TidyAsync(TestDatabase database, Func<Task<bool>> untilAsync)
    {
        var time = new FakeTimeProvider(Now);
        using var door = new SlackDoor(new WebOptions(), new SocketOptions(), time, NullLoggerFactory.Instance);
        var connections = new Connections();
        connections.Open(new Connection(new Installation(Workspace, new Self(new("U1"), null, null), []), door.Api(new SlackTokens("xoxb-", "xapp-"), new Doubts()), door.Responses()));
        using var housekeeping = new Housekeeping(database.Database, connections, time, NullLogger<Housekeeping>.Instance);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await housekeeping.StartAsync(limit.Token);
        while (!await untilAsync() && !limit.IsCancellationRequested)
        {
            // Not more than it takes for a batch: what is new must not grow old meanwhile.
            time.Advance(time.GetUtcNow() < Now + Housekeeping.Interval ? Housekeeping.Interval : TimeSpan.FromMilliseconds(100));
            await Task.Delay(20, CancellationToken.None);
        }
        await housekeeping.StopAsync(CancellationToken.None);
    }

    // More of the old than goes in one transaction.
    private static Task FillAsync(TestDatabase database, WorkspaceId workspace) => database.DoAsync(new Scope.Miner(workspace), async unit =>
    {
        await unit.RunAsync("""
            INSERT INTO inbox (workspace_id, dedup_key, received_at, kind, lane, envelope, handled_at, parked_reason)
            SELECT $1, 'old ' || i, $2 - interval '25 hours', 'events_api', 'C1', ''::bytea, $2 - interval '25 hours', NULL FROM generate_series(1, $3) i
            UNION ALL SELECT $1, 'new', $2 - interval '25 hours', 'events_api', 'C1', '', $2 - interval '20 hours', NULL
            UNION ALL SELECT $1, 'unhandled', $2 - interval '25 hours', 'events_api', 'C1', '', NULL, NULL
            UNION ALL SELECT $1, 'parked', $2 - interval '25 hours', 'events_api', 'C1', '', NULL, 'broken'
            """, CancellationToken.None, workspace.Value, Now, Housekeeping.MostAtOnce + 200);
        foreach (var (key, kind, state, age) in new[] { ("old", "edit", "sent", 8), ("new", "edit", "sent", 6), ("old card", "post", "sent", 91), ("card", "direct", "sent", 89), ("waiting", "edit", "waiting", 8), ("parked", "post", "parked", 91) })
            await unit.RunAsync("""
                INSERT INTO outbox (workspace_id, effect_id, key, lane, kind, payload, state, attempts, created_at, sent_at) VALUES ($1, $2, $3, 'C1', $6, '{}', $4, 1, $5, $5)
                """, CancellationToken.None, workspace.Value, Guid.CreateVersion7(Now.AddDays(-age)), key, state, Now.AddDays(-age), kind);
        foreach (var (key, state, age) in new[] { ("old", "done", 31), ("new", "done", 29), ("parked", "parked", 31) })
            await unit.RunAsync("""
                INSERT INTO jobs (workspace_id, job_id, kind, payload, state, created_at, finished_at) VALUES ($1, $2, $3, '{}', $4, $5, $5)
                """, CancellationToken.None, workspace.Value, Guid.CreateVersion7(Now.AddDays(-age)), key, state, Now.AddDays(-age));
    });

    private static async Task<List<string>> KeptAsync(TestDatabase database, WorkspaceId workspace)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace));
        return await unit.ReadAsync("SELECT 'inbox ' || dedup_key FROM inbox UNION ALL SELECT 'outbox ' || key FROM outbox UNION ALL SELECT 'job ' || kind FROM jobs",
            row => row.GetString(0), CancellationToken.None);
    }
}
