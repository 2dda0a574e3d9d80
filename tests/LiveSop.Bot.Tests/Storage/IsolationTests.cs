using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

public sealed class IsolationTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    public static TheoryData<string> Tables => [.. Reads.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task a_miner_gets_its_own_workspace_and_nothing_of_the_other(string table)
    {
        var seen = await SeenAsync(Miner, table);

        seen.Should().NotBeEmpty().And.OnlyContain(workspace => workspace == Ours);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task a_workspace_that_is_not_there_gets_nothing(string table) => (await SeenAsync(new Scope.Miner(new WorkspaceId("T77")), table)).Should().BeEmpty();

    private Task<List<WorkspaceId>> SeenAsync(Scope scope, string table) => database.AskAsync(scope, db => Reads[table](db).ToListAsync());

    private static readonly Dictionary<string, Func<LiveSopDb, IQueryable<WorkspaceId>>> Reads = new()
    {
        ["workspaces"] = db => db.Workspaces.Select(row => row.WorkspaceId),
        ["people"] = db => db.People.Select(row => row.WorkspaceId),
        ["channels"] = db => db.Channels.Select(row => row.WorkspaceId),
        ["channel_members"] = db => db.ChannelMembers.Select(row => row.WorkspaceId),
        ["messages"] = db => db.Messages.Select(row => row.WorkspaceId),
        ["incidents"] = db => db.Incidents.Select(row => row.WorkspaceId),
        ["incident_vectors"] = db => db.IncidentVectors.Select(row => row.WorkspaceId),
        ["inbox"] = db => db.Inbox.Select(row => row.WorkspaceId),
        ["outbox"] = db => db.Outbox.Select(row => row.WorkspaceId),
        ["jobs"] = db => db.Jobs.Select(row => row.WorkspaceId),
        ["work_queue"] = db => db.WorkQueue.Select(row => row.WorkspaceId),
    };
}
