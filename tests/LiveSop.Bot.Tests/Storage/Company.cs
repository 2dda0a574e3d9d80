using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Bot.Storage.Vectors;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>
/// Two workspaces that mirror each other, so that ids coincide and only the workspace tells rows apart. In each: #open (public), #closed (private, Ann alone),
/// a direct message of Ann's, and a row in every table for each channel.
/// </summary>
internal static class Company
{
    public static readonly WorkspaceId Ours = new("T1"), Theirs = new("T2");

    public static readonly ChannelId Open = new("C1"), Closed = new("G1"), Direct = new("D1");

    public static readonly UserId Ann = new("U1"), Ben = new("U2"), Guest = new("U3"), Partner = new("U4"), Gone = new("U5"), Stranger = new("U9");

    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static Scope.Miner Miner { get; } = new(Ours);

    public static Scope.Viewer Viewer(UserId user) => new(Ours, user);

    public static async Task<TestDatabase> CreateAsync(int connections = 10)
    {
        var database = await TestDatabase.CreateAsync(connections);
        foreach (var workspace in new[] { Ours, Theirs })
            await database.DoAsync(new Scope.Miner(workspace), async unit =>
            {
                Add(unit.Db, workspace);
                await unit.Db.SaveChangesAsync();
                await unit.RunAsync("UPDATE incidents SET words = array_to_tsvector(string_to_array($1, ' '))", default, IndexWords.Of(new($"the parcel of {workspace} is lost", ""), workspace));
            });
        return database;
    }

    private static void Add(LiveSopDb db, WorkspaceId workspace)
    {
        db.Add(new WorkspaceRow
        {
            WorkspaceId = workspace,
            Name = workspace.Value,
            Domain = "acme",
            Url = "https://acme.slack.com/",
            BotUserId = new UserId("UB"),
            BotId = "B1",
            AppId = "A1",
            ConnectedAt = Noon,
            State = WorkspaceState.Connected,
        });
        db.AddRange(Person(Ann), Person(Ben), Person(Guest, Standing.Guest), Person(Partner, Standing.External), Person(Gone, isDeleted: true));
        db.AddRange(Channel(Open, ChannelKind.Public), Channel(Closed, ChannelKind.Private), Channel(Direct, ChannelKind.Im));
        db.AddRange(Member(Closed, Ann), Member(Direct, Ann), Member(Closed, Gone));
        foreach (var channel in new[] { Open, Closed, Direct }) db.AddRange(Said(channel), Reading(channel), Waiting(channel), Incident(channel), Vector(channel), Match(channel), Run(channel));
        db.Add(new InboxRow { WorkspaceId = workspace, DedupKey = "k1", ReceivedAt = Noon, Kind = "event", Lane = "C1", Envelope = [1] });
        db.Add(new OutboxRow { WorkspaceId = workspace, EffectId = Guid.CreateVersion7(Noon), Key = "k1", Lane = "C1", Kind = "post", Payload = "{}", State = EffectState.Waiting, CreatedAt = Noon });
        db.Add(new JobRow { WorkspaceId = workspace, JobId = Guid.CreateVersion7(Noon), Kind = "read", Payload = "{}", State = JobState.Waiting, CreatedAt = Noon });
        db.Add(new QueueRow { WorkspaceId = workspace, Kind = QueueKind.Inbox, Lane = "C1", Item = "k1", DueAt = Noon });

        CompanySops.Add(db, workspace);

        PersonRow Person(UserId user, Standing standing = Standing.Member, bool isDeleted = false) => new()
        {
            WorkspaceId = workspace,
            UserId = user,
            Name = user.Value,
            RealName = user.Value,
            Standing = standing,
            IsDeleted = isDeleted,
            UpdatedAt = Noon,
        };
        ChannelRow Channel(ChannelId channel, ChannelKind kind) => new() { WorkspaceId = workspace, ChannelId = channel, Name = channel.Value, Kind = kind };
        ChannelMemberRow Member(ChannelId channel, UserId user) => new() { WorkspaceId = workspace, ChannelId = channel, UserId = user };
        MessageRow Said(ChannelId channel) => new()
        {
            WorkspaceId = workspace,
            ChannelId = channel,
            Ts = new MessageTs("1700000000.000100"),
            PostedAt = Noon,
            Text = $"the parcel of {workspace} is lost in {channel}",
        };
        ReadingRow Reading(ChannelId channel) => new()
        {
            WorkspaceId = workspace,
            ChannelId = channel,
            ReadingId = Guid.CreateVersion7(Noon),
            Kind = ReadingKind.Backfill,
            State = ReadingState.Done,
            BegunAt = Noon,
            BackTo = Noon.AddYears(-1),
        };
        ThreadToReadRow Waiting(ChannelId channel) => new() { WorkspaceId = workspace, ChannelId = channel, ReadingId = Guid.CreateVersion7(Noon), ThreadTs = new MessageTs("1700000000.000100"), Replies = 3 };
        IncidentRow Incident(ChannelId channel) => new()
        {
            WorkspaceId = workspace,
            IncidentId = $"i-{channel}",
            ChannelId = channel,
            OpenedAt = Noon,
            Text = $"the parcel of {workspace} is lost in {channel}",
        };
        MatchRow Match(ChannelId channel) => new() { WorkspaceId = workspace, ChannelId = channel, Ts = new MessageTs("1700000000.000100"), RequesterId = Ann, AskedAt = Noon, State = MatchState.Silent };
        RunRow Run(ChannelId channel) => new()
        {
            WorkspaceId = workspace,
            RunId = Guid.CreateVersion7(Noon),
            ChannelId = channel,
            Ts = new MessageTs("1700000000.000100"),
            SopId = new(Guid.CreateVersion7(Noon)),
            Version = 1,
            OwnerId = Ann,
            OpenedAt = Noon,
            StartedAt = Noon,
            Body = "{}",
        };
        IncidentVectorRow Vector(ChannelId channel) => new()
        {
            WorkspaceId = workspace,
            IncidentId = $"i-{channel}",
            ChannelId = channel,
            Model = "test",
            Embedding = Towards(0),
        };
    }

    /// <summary>A unit vector along one axis.</summary>
    public static HalfVector Towards(int axis)
    {
        var values = new float[IncidentVectorRow.Dimensions];
        values[axis] = 1;
        return HalfVector.From(values);
    }
}
