using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>What somebody may read follows from what is true now.</summary>
public sealed class MembershipTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task membership_lost_is_access_lost_at_the_next_query_of_a_transaction_that_goes_on()
    {
        await using var reading = await database.BeginAsync(Viewer(Ann));
        (await ReadAsync(reading)).Should().Contain(Closed);

        await ChangeAsync(db => db.ChannelMembers.Where(row => row.ChannelId == Closed && row.UserId == Ann).ExecuteDeleteAsync());

        (await ReadAsync(reading)).Should().NotContain(Closed).And.Contain([Open, Direct]);
    }

    [Fact]
    public async Task membership_won_is_access_won()
    {
        await using var reading = await database.BeginAsync(Viewer(Guest));
        (await ReadAsync(reading)).Should().BeEmpty();

        await database.DoAsync(Miner, unit =>
        {
            unit.Db.Add(new ChannelMemberRow { WorkspaceId = Ours, ChannelId = Closed, UserId = Guest });
            return Task.CompletedTask;
        });

        (await ReadAsync(reading)).Should().BeEquivalentTo([Closed]);
    }

    [Fact]
    public async Task membership_of_another_workspace_gives_nothing_here()
    {
        await database.DoAsync(new Scope.Miner(Theirs), unit =>
        {
            unit.Db.Add(new ChannelMemberRow { WorkspaceId = Theirs, ChannelId = Closed, UserId = Ben });
            return Task.CompletedTask;
        });

        await using var reading = await database.BeginAsync(Viewer(Ben));
        (await ReadAsync(reading)).Should().BeEquivalentTo([Open]);
    }

    [Fact]
    public async Task a_channel_that_turns_private_is_closed_to_who_is_not_in_it()
    {
        await using var reading = await database.BeginAsync(Viewer(Ben));

        await ChangeAsync(db => db.Channels.Where(row => row.ChannelId == Open).ExecuteUpdateAsync(set => set.SetProperty(row => row.Kind, ChannelKind.Private)));

        (await ReadAsync(reading)).Should().BeEmpty();
    }

    [Fact]
    public async Task a_member_who_becomes_a_guest_keeps_what_they_joined()
    {
        await ChangeAsync(db => db.People.Where(row => row.UserId == Ann).ExecuteUpdateAsync(set => set.SetProperty(row => row.Standing, Standing.SingleChannelGuest)));

        await using var reading = await database.BeginAsync(Viewer(Ann));
        (await ReadAsync(reading)).Should().BeEquivalentTo([Closed, Direct]);
    }

    [Fact]
    public async Task a_person_who_is_deleted_reads_nothing_from_then_on()
    {
        await using var reading = await database.BeginAsync(Viewer(Ann));

        await ChangeAsync(db => db.People.Where(row => row.UserId == Ann).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsDeleted, true)));

        (await ReadAsync(reading)).Should().BeEmpty();
    }

    private static Task<List<ChannelId>> ReadAsync(UnitOfWork unit) => unit.Db.Messages.Select(row => row.ChannelId).ToListAsync();

    private Task ChangeAsync(Func<LiveSopDb, Task<int>> change) => database.DoAsync(Miner, async unit => (await change(unit.Db)).Should().Be(1));
}
