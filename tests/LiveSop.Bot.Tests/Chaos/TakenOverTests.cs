using System.Text.Json.Nodes;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Tests.Chaos;

/// <summary>Several workers at the same queue, one of them slow.</summary>
public sealed class TakenOverTests
{
    private static readonly WorkspaceId workspace = new("T1");
    private static readonly Scope.Miner own = new(workspace);
    private static readonly DateTimeOffset now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task what_a_worker_finds_out_after_its_effect_was_taken_over_counts_no_more()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.DoAsync(own, unit => new Effects(unit, workspace, now).AddAsync("answer", new Effect.Post(new("C1"), null, new("hello", new JsonArray())), CancellationToken.None));
        var slow = await TakeAsync(database, now);
        var next = await TakeAsync(database, now.AddMinutes(1));

        var (hasNext, hasSlow) = (false, true);
        await database.DoAsync(own, async unit => hasNext = await unit.MarkSentAsync(next, new(new("C1"), new("1.000001")), now, CancellationToken.None));
        await database.DoAsync(own, async unit => hasSlow = await unit.MarkWaitingAsync(slow, "broken off", unsure: true, CancellationToken.None));

        (slow.BegunBefore, next.BegunBefore).Should().Be((false, true));
        (hasNext, hasSlow).Should().Be((true, false));
        var ts = await PostedAsync(database);
        ts!.Value.Should().Be(((ChannelId?)new ChannelId("C1"), new MessageTs("1.000001")), "the edit that follows must find it");
    }

    /// <summary>A number is given when a row is written, and the row seen when its transaction ends: so an older one may come later.</summary>
    [Fact]
    public async Task an_older_row_that_comes_into_view_later_hands_nobody_what_another_works_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var late = await database.BeginAsync(own);
        await AddAsync(late, "older");
        await database.DoAsync(own, unit => AddAsync(unit, "younger"));
        await using var first = await database.BeginAsync(new Scope.Dispatcher());
        var firstHas = await HoldAsync(first);
        await late.CommitAsync(CancellationToken.None);
        await using var second = await database.BeginAsync(new Scope.Dispatcher());
        var secondHas = await HoldAsync(second);

        firstHas.Should().ContainSingle().Which.Item.Should().Be("younger");
        secondHas.Should().ContainSingle().Which.Item.Should().Be("older");
    }

    private static Task AddAsync(UnitOfWork unit, string item) => unit.AddAsync(QueueKind.Inbox, workspace, "C1", item, now, CancellationToken.None);

    private static Task<List<WorkItem>> HoldAsync(UnitOfWork unit) => unit.HoldAsync(QueueKind.Inbox, [workspace], now, (10, 10), CancellationToken.None);

    private static async Task<Outgoing> TakeAsync(TestDatabase database, DateTimeOffset at)
    {
        Outgoing? taken = null;
        await database.DoAsync(new Scope.Dispatcher(), async unit =>
        {
            var leased = await unit.LeaseAsync(QueueKind.Outbox, [workspace], (at, at.AddSeconds(30)), 1, CancellationToken.None);
            await unit.EnterAsync(own, CancellationToken.None);
            taken = (await unit.BeginAsync(workspace, leased, at, CancellationToken.None)).Single();
        });
        return taken!;
    }

    private static async Task<(ChannelId? Channel, MessageTs Ts)?> PostedAsync(TestDatabase database)
    {
        await using var unit = await database.BeginAsync(own);
        return await unit.PostedAsync(workspace, "answer", CancellationToken.None);
    }
}
