using LiveSop.Bot.Scheduling;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Work;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Stories;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Weeks;

/// <summary>The invented company with the bot in it, on a clock that is turned from message to message and from night to night.</summary>
internal sealed class Company : IAsyncDisposable
{
    /// <summary>The Monday after the history of 400 incidents.</summary>
    public static readonly DateTime Monday = Timeline.Start.AddDays(7 * 19);

    private static readonly string[] Places = [Channels.Support.Name, Channels.Billing.Name, Channels.Oncall.Name];

    private readonly Dictionary<string, string> stamps = new(StringComparer.Ordinal);

    private readonly CompanyHistory history;

    /// <summary>Until when everything has happened.</summary>
    private DateTimeOffset lived = new(Monday.AddDays(-3).AddHours(16), TimeSpan.Zero);

    private Company(World world, TurnedClock clock, CompanyHistory history) => (World, Clock, this.history) = (world, clock, history);

    public World World { get; }

    public TurnedClock Clock { get; }

    public Person Dana => World.Person("dana.mercer");

    public Person Henrik => World.Person("henrik.solberg");

    /// <summary>The bot has read the three channels that the work is in. It is Friday evening.</summary>
    public static async Task<Company> OpenAsync(int seed, IReadOnlyList<Story> stories)
    {
        var clock = new TurnedClock(new(Monday.AddDays(-3).AddHours(16), TimeSpan.Zero));
        var world = await World.StartAsync(Blueprint.Tarnbrook(clock.GetUtcNow()), withBot: false, clock: clock);
        var history = CompanyHistory.Generate(seed, stories: stories);
        world.Workspace.Load(history);
        await world.StartBotAsync(world.Settings, clock);
        var company = new Company(world, clock, history);
        foreach (var place in Places) await world.InviteAsync(company.Dana, place);
        await world.RestAsync();
        return company;
    }

    /// <summary>After the night's mining, before anybody's digest, so many days after the first Monday began.</summary>
    public static DateTimeOffset Morning(int day) => new(Monday.AddDays(day).AddHours(5), TimeSpan.Zero);

    /// <summary>After everybody's digest.</summary>
    public static DateTimeOffset Afternoon(int day) => new(Monday.AddDays(day).AddHours(14), TimeSpan.Zero);

    /// <summary>What is said from now to then, and what happens at its times meanwhile: each night mining, each morning the digests.</summary>
    public async Task LiveAsync(IEnumerable<HistoryMessage> messages, DateTimeOffset until)
    {
        var appointments = new Queue<(string Name, DateTimeOffset At)>(Due(lived, until));
        foreach (var message in messages.Where(message => message.At >= lived && message.At < until))
        {
            while (appointments.TryPeek(out var next) && next.At <= message.At) await KeepAsync(appointments.Dequeue());
            await TurnAsync(message.At);
            stamps[message.Ts] = World.Workspace.Say(message, message.ThreadTs is { } thread ? stamps.GetValueOrDefault(thread) : null);
        }
        while (appointments.TryDequeue(out var left)) await KeepAsync(left);
        await World.RestAsync();
        await TurnAsync(lived = until);
    }

    /// <summary>As what was said live is numbered here.</summary>
    public string StampOf(HistoryMessage message) => stamps.GetValueOrDefault(message.Ts, "");

    public Task<T> AskAsync<T>(Func<LiveSopDb, Task<T>> question) => World.Database.AskAsync(new Scope.Miner(new(World.Workspace.Id)), question);

    /// <summary>The procedure that most cases of that kind in the history became.</summary>
    public async Task<int> NumberOfAsync(Story story)
    {
        var keys = history.Cases.Where(one => one.Story.Kind == story.Kind).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var cases = await AskAsync(db => db.SopCases.Join(db.Sops, one => one.SopId, sop => sop.SopId, (one, sop) => new { one.CaseId, sop.Number }).ToListAsync());
        return cases.Where(one => keys.Contains(one.CaseId)).CountBy(one => one.Number).MaxBy(one => one.Value).Key;
    }

    public Task<DraftRow> DraftAsync(int number) => AskAsync(db => db.Drafts.Where(draft => db.Sops.Any(sop => sop.SopId == draft.SopId && sop.Number == number)).OrderByDescending(draft => draft.CreatedAt).FirstAsync());

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task KeepAsync((string Name, DateTimeOffset At) due)
    {
        await World.RestAsync();
        await TurnAsync(due.At);
        var workspace = new WorkspaceId(World.Workspace.Id);
        await World.Database.DoAsync(new Scope.Miner(workspace), async unit =>
        {
            var occasion = new Occasion($"{due.Name}:{due.At:yyyyMMddHHmm}", due.At, workspace, unit, new Jobs(unit, workspace, due.At));
            await Appointments.Timetable().Find(due.Name)!.PlanAsync(occasion, CancellationToken.None);
        });
        await World.RestAsync();
    }

    /// <summary>The bot has listened all the while: it need not look for what it missed.</summary>
    private async Task TurnAsync(DateTimeOffset to)
    {
        await World.Database.DoAsync(new Scope.Miner(new(World.Workspace.Id)), unit => unit.RunAsync("UPDATE workspaces SET heard_until = $1", CancellationToken.None, to.UtcDateTime));
        Clock.Turn(to);
    }

    /// <summary>As the timetable has them, but digests only at the two hours when it is nine o'clock where the approvers are.</summary>
    private static IEnumerable<(string, DateTimeOffset)> Due(DateTimeOffset after, DateTimeOffset until)
    {
        for (var hour = new DateTimeOffset(after.UtcDateTime.Date, TimeSpan.Zero); hour < until; hour = hour.AddHours(1))
        {
            if (hour.Hour is 7 or 13 && hour + TimeSpan.FromMinutes(5) > after) yield return ("digests", hour + TimeSpan.FromMinutes(5));
            if (hour.Hour == 2 && hour + TimeSpan.FromMinutes(30) > after) yield return ("mine", hour + TimeSpan.FromMinutes(30));
        }
    }
}
