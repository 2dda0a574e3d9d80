using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Vectors;
using Microsoft.EntityFrameworkCore;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>Who sees which rows, a table at a time. Nothing is written here, so that all share one database.</summary>
public sealed class IsolationTests(IsolationTests.Both both) : IClassFixture<IsolationTests.Both>
{
    /// <summary>The two workspaces of <see cref="Company"/>.</summary>
    public sealed class Both : IAsyncLifetime
    {
        internal TestDatabase Database { get; private set; } = null!;

        public async Task InitializeAsync() => Database = await CreateAsync();

        public async Task DisposeAsync() => await Database.DisposeAsync();
    }

    private static readonly string[] telling = ["channels", "messages", "incidents", "incident_vectors", "matches", "runs", "space_channels", "sops", "sop_versions", "drafts", "evidence", "sop_cases"];

    public static TheoryData<string> Tables => [.. Reads.Keys];

    /// <summary>Tables that quote people or name channels.</summary>
    public static TheoryData<string> Telling => [.. telling];

    public static TheoryData<string> Inner => ["inbox", "outbox", "jobs", "work_queue", "review_cards"];

    [Fact]
    public async Task every_table_of_the_database_is_tried_here()
    {
        var tables = await both.Database.AskAsync(Miner, db => db.Database
            .SqlQuery<string>($"SELECT relname::text AS \"Value\" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity").ToListAsync());

        Reads.Keys.Should().BeEquivalentTo(tables);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task a_miner_gets_its_own_workspace_and_nothing_of_the_other(string table) =>
        (await SeenAsync(Miner, table)).Should().NotBeEmpty().And.OnlyContain(row => row.Workspace == Ours);

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task a_workspace_that_is_not_there_gets_nothing(string table) => (await SeenAsync(new Scope.Miner(new WorkspaceId("T77")), table)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task an_id_that_is_empty_gets_nothing(string table)
    {
        (await SeenAsync(new Scope.Miner(new WorkspaceId("")), table)).Should().BeEmpty();
        (await SeenAsync(new Scope.Viewer(new WorkspaceId(""), Ann), table)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task the_dispatcher_gets_the_queue_of_all_and_nothing_else(string table)
    {
        var seen = await SeenAsync(new Scope.Dispatcher(), table);

        if (table == "work_queue") seen.Select(row => row.Workspace).Should().BeEquivalentTo([Ours, Theirs]);
        else seen.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Telling))]
    public async Task a_member_reads_what_is_public_and_what_they_joined(string table)
    {
        (await SeenAsync(Viewer(Ann), table)).Should().BeEquivalentTo([(Ours, Open), (Ours, Closed), (Ours, Direct)]);
        (await SeenAsync(Viewer(Ben), table)).Should().BeEquivalentTo([(Ours, Open)]);
    }

    [Theory]
    [MemberData(nameof(Telling))]
    public async Task a_guest_and_a_partner_read_only_what_they_joined(string table)
    {
        (await SeenAsync(Viewer(Guest), table)).Should().BeEmpty();
        (await SeenAsync(Viewer(Partner), table)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Telling))]
    public async Task who_was_deleted_or_is_not_known_reads_nothing(string table)
    {
        (await SeenAsync(Viewer(Gone), table)).Should().BeEmpty();
        (await SeenAsync(Viewer(Stranger), table)).Should().BeEmpty();
        (await SeenAsync(Viewer(new UserId("")), table)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Inner))]
    public async Task a_viewer_sees_nothing_of_the_works(string table) => (await SeenAsync(Viewer(Ann), table)).Should().BeEmpty();

    [Fact]
    public async Task a_viewer_sees_their_own_memberships_alone()
    {
        (await SeenAsync(Viewer(Ann), "channel_members")).Select(row => row.Channel).Should().BeEquivalentTo([Closed, Direct]);
        (await SeenAsync(Viewer(Ben), "channel_members")).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task without_a_transaction_nothing_is_there(string table)
    {
        await using var unit = await both.Database.BeginAsync(Miner);
        await unit.CommitAsync(CancellationToken.None);

        (await Reads[table](unit.Db).ToListAsync()).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(SearchViewers))]
    public async Task a_search_finds_what_the_asker_may_read(string user, string[] found)
    {
        await using var unit = await both.Database.BeginAsync(Viewer(new UserId(user)));
        foreach (var sought in new[] { Sought(Ours, "parcel", Towards(0)), Sought(Ours, "parcel", null), Sought(Ours, null, Towards(0)) })
            (await IncidentSearch.FindAsync(unit, sought, CancellationToken.None)).Select(hit => hit.Id).Should().BeEquivalentTo(found);
    }

    [Fact]
    public async Task a_search_of_a_workspace_finds_nothing_of_the_other()
    {
        await using var unit = await both.Database.BeginAsync(new Scope.Miner(Theirs));

        foreach (var asked in new[] { Ours, Theirs })
        {
            (await IncidentSearch.FindAsync(unit, Sought(asked, "t1", null), CancellationToken.None)).Should().BeEmpty();
            (await IncidentSearch.FindAsync(unit, Sought(asked, "parcel", Towards(0)), CancellationToken.None)).Should().HaveCount(asked == Theirs ? 3 : 0);
        }
        (await IncidentSearch.FindAsync(unit, Sought(Theirs, "t2", null), CancellationToken.None)).Should().HaveCount(3);
    }

    private static SoughtIncidents Sought(WorkspaceId workspace, string? word, HalfVector? meaning) => new(workspace, word is null ? new([], []) : new([(word, 1)], [[word]]), "test") { Meaning = meaning };

    public static TheoryData<string, string[]> SearchViewers => new()
    {
        { Ann.Value, ["i-C1", "i-G1", "i-D1"] }, { Ben.Value, ["i-C1"] }, { Guest.Value, [] }, { Gone.Value, [] }, { Stranger.Value, [] },
    };

    private Task<List<(WorkspaceId Workspace, ChannelId Channel)>> SeenAsync(Scope scope, string table) =>
        both.Database.AskAsync(scope, async db => (await Reads[table](db).ToListAsync()).ConvertAll(row => (row.Workspace, row.Channel)));

    private sealed record Seen
    {
        public required WorkspaceId Workspace { get; init; }

        public ChannelId Channel { get; init; }
    }

    private static readonly Dictionary<string, Func<LiveSopDb, IQueryable<Seen>>> Reads = new()
    {
        ["workspaces"] = db => db.Workspaces.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["people"] = db => db.People.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["channels"] = db => db.Channels.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["channel_members"] = db => db.ChannelMembers.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["messages"] = db => db.Messages.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["readings"] = db => db.Readings.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["threads_to_read"] = db => db.ThreadsToRead.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["spaces"] = db => db.Spaces.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["space_channels"] = db => db.SpaceChannels.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["space_roles"] = db => db.SpaceRoles.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["sops"] = db => db.Sops.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = new ChannelId(row.Title) }),
        ["sop_sources"] = db => db.SopSources.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["sop_versions"] = db => db.SopVersions.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = new ChannelId(row.Why!) }),
        ["drafts"] = db => db.Drafts.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = new ChannelId(row.Reason!) }),
        ["edits"] = db => db.Edits.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["review_cards"] = db => db.ReviewCards.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["evidence"] = db => db.Evidence.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = new ChannelId(row.Place.Value) }),
        ["sop_cases"] = db => db.SopCases.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = new ChannelId(row.Place.Value) }),
        ["preferences"] = db => db.Preferences.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["imports"] = db => db.Imports.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["matches"] = db => db.Matches.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["runs"] = db => db.Runs.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["incidents"] = db => db.Incidents.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["incident_vectors"] = db => db.IncidentVectors.Select(row => new Seen { Workspace = row.WorkspaceId, Channel = row.ChannelId }),
        ["inbox"] = db => db.Inbox.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["outbox"] = db => db.Outbox.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["jobs"] = db => db.Jobs.Select(row => new Seen { Workspace = row.WorkspaceId }),
        ["work_queue"] = db => db.WorkQueue.Select(row => new Seen { Workspace = row.WorkspaceId }),
    };
}
