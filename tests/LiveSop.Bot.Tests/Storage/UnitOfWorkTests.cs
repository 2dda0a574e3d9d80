using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

public sealed class UnitOfWorkTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task what_is_committed_lasts()
    {
        await database.DoAsync(Miner, async unit =>
        {
            var channel = await unit.Db.Channels.SingleAsync(row => row.ChannelId == Open);
            (channel.CreatedAt, channel.LeftAt, channel.IsArchived) = (Noon.AddDays(-1), Noon, true);
        });

        (await database.AskAsync(Miner, db => db.Channels.SingleAsync(row => row.ChannelId == Open))).Should()
            .BeEquivalentTo(new { CreatedAt = Noon.AddDays(-1), LeftAt = Noon, IsArchived = true, Kind = ChannelKind.Public });
    }

    [Fact]
    public async Task what_is_not_committed_is_undone_whether_saved_or_not()
    {
        await using (var unit = await database.BeginAsync(Miner))
        {
            await unit.Db.Messages.ExecuteDeleteAsync();
            unit.Db.Add(new ChannelMemberRow { WorkspaceId = Ours, ChannelId = Open, UserId = Ben });
            await unit.Db.SaveChangesAsync();
        }

        (await database.AskAsync(Miner, db => db.Messages.CountAsync())).Should().Be(3);
        (await database.AskAsync(Miner, db => db.ChannelMembers.CountAsync(row => row.UserId == Ben))).Should().Be(0);
    }

    [Fact]
    public async Task sql_runs_in_the_same_transaction_and_scope()
    {
        await using var unit = await database.BeginAsync(Miner);
        await using (var command = unit.Command("UPDATE messages SET text = $1", "gone")) (await command.ExecuteNonQueryAsync()).Should().Be(3);

        (await unit.Db.Messages.Select(row => row.Text).Distinct().ToListAsync()).Should().Equal("gone");
    }

    [Fact]
    public async Task a_dispatcher_claims_and_then_enters_the_workspace_that_it_claimed_for()
    {
        await using var unit = await database.BeginAsync(new Scope.Dispatcher());
        var claimed = await unit.Db.WorkQueue.FromSql($"SELECT * FROM work_queue ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED").SingleAsync();
        (await unit.Db.Inbox.CountAsync()).Should().Be(0);

        await unit.EnterAsync(new Scope.Miner(claimed.WorkspaceId), CancellationToken.None);

        (await unit.Db.Inbox.Select(row => row.WorkspaceId).Distinct().ToListAsync()).Should().Equal(claimed.WorkspaceId);
    }

    [Fact]
    public async Task entering_saves_what_is_pending_under_the_scope_it_belongs_to_and_forgets_what_was_read()
    {
        await using var unit = await database.BeginAsync(new Scope.Dispatcher());
        foreach (var workspace in new[] { Ours, Theirs })
        {
            await unit.EnterAsync(new Scope.Miner(workspace), CancellationToken.None);
            unit.Db.ChangeTracker.Entries().Should().BeEmpty();
            unit.Db.Add(new ChannelMemberRow { WorkspaceId = workspace, ChannelId = Open, UserId = Ben });
        }
        await unit.CommitAsync(CancellationToken.None);

        (await database.AskAsync(Miner, db => db.ChannelMembers.CountAsync(row => row.UserId == Ben))).Should().Be(1);
        (await database.AskAsync(new Scope.Miner(Theirs), db => db.ChannelMembers.CountAsync(row => row.UserId == Ben))).Should().Be(1);
    }

    [Fact]
    public async Task a_scope_is_never_widened()
    {
        await using var viewing = await database.BeginAsync(Viewer(Ben));
        await using var mining = await database.BeginAsync(Miner);

        foreach (var scope in new Scope[] { Miner, Viewer(Ann), new Scope.Dispatcher() }) await RefusesAsync(viewing, scope);
        foreach (var scope in new Scope[] { new Scope.Miner(Theirs), new Scope.Viewer(Theirs, Ann), new Scope.Dispatcher() }) await RefusesAsync(mining, scope);
        await mining.EnterAsync(Viewer(Ben), CancellationToken.None);
        (await mining.Db.Messages.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task deleted_messages_stay_as_tombstones()
    {
        await database.DoAsync(Miner, async unit =>
        {
            var said = await unit.Db.Messages.SingleAsync(row => row.ChannelId == Open);
            (said.Text, said.DeletedAt) = ("", Noon);
        });

        (await database.AskAsync(Viewer(Ann), db => db.Messages.SingleAsync(row => row.ChannelId == Open))).Should().BeEquivalentTo(new { Text = "", DeletedAt = Noon });
    }

    [Fact]
    public async Task a_text_of_very_many_words_can_be_stored()
    {
        // Every word another one, of characters that take four bytes each.
        var words = string.Join(' ', Enumerable.Range(0, 400_000).Select(number => char.ConvertFromUtf32(0x20000 + (number % 40_000)) + number));

        await database.DoAsync(Miner, async unit =>
            await unit.Db.Messages.Where(row => row.ChannelId == Open).ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, words)));

        (await database.AskAsync(Miner, db => db.Messages.SingleAsync(row => row.ChannelId == Open))).Text.Length.Should().Be(words.Length);
    }

    private static Task RefusesAsync(UnitOfWork unit, Scope scope) =>
        FluentActions.Awaiting(() => unit.EnterAsync(scope, CancellationToken.None)).Should().ThrowAsync<InvalidOperationException>();
}
