using LiveSop.Workspace.Company;
using LiveSop.Workspace.Slack.People;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack;

/// <summary>A workspace as it is before anything happens in it.</summary>
internal sealed record Blueprint(string TeamId, string Name, string Domain)
{
    /// <summary>Where the partner's people come from.</summary>
    private static readonly string PartnerTeam = SlackId.From("T", House.Unlisted.Handle);

    public IReadOnlyList<Account> People { get; init; } = [];

    public IReadOnlyList<Room> Rooms { get; init; } = [];

    public IReadOnlyList<UserGroup> Groups { get; init; } = [];

    /// <summary>The simulated company, with its generated history's people, channels and apps.</summary>
    public static Blueprint Tarnbrook(DateTimeOffset now) => new(House.TeamId, House.Name, "tarnbrook")
    {
        People = [.. House.People.Select(p => Account(p, now)), SingleChannelGuest(now), Partner(now), .. House.Apps.Where(a => a.AppUserId is not null).Select(Bot)],
        Rooms =
        [
            .. Channels.All.Select(c => new Room(c.Id, c.Name, Kind(c.Kind), [.. c.Members.Where(m => m.Left is null).Select(m => m.Id)]) { Purpose = c.Purpose }),
            new Room(SlackId.From("C", "office-move"), "office-move", RoomKind.Public, [House.People[7].Id, House.People[26].Id]) { Archived = true, Purpose = "Over since May" },
            new Room(SlackId.From("C", "vendor-access"), "vendor-access", RoomKind.Public, [House.People[8].Id, SlackId.From("U", "kit.brandt")]),
        ],
        Groups =
        [
            new UserGroup(SlackId.From("S", "platform"), "platform", "Platform team", [.. House.Of(Role.Platform).Select(p => p.Id)]),
            new UserGroup(SlackId.From("S", "leads"), "leads", "Team leads", [.. House.Of(Role.Lead).Select(p => p.Id)]),
        ],
    };

    /// <summary>Another company, which shares channels with Tarnbrook.</summary>
    public static Blueprint PartnerCompany(DateTimeOffset now) => new(PartnerTeam, "Saltbridge Implementations", "saltbridge")
    {
        People =
        [
            Partner(now) with { Standing = Standing.Owner, Email = "o.tamm@saltbridge.example" },
            new Account(SlackId.From("U", "liv.arden"), PartnerTeam, "liv.arden", "Liv Arden", Standing.Member) { Email = "liv.arden@saltbridge.example" },
        ],
        Rooms = [new Room(SlackId.From("C", "saltbridge-general"), "general", RoomKind.Public, [House.Unlisted.Id, SlackId.From("U", "liv.arden")])],
    };

    /// <summary>A few people and channels, for tests that need no company.</summary>
    public static Blueprint Small(string name = "Small") => new(SlackId.From("T", name), name, name.ToLowerInvariant())
    {
        People =
        [
            new Account(SlackId.From("U", name + "ada"), SlackId.From("T", name), "ada", "Ada Lovell", Standing.Owner) { Email = "ada@small.example" },
            new Account(SlackId.From("U", name + "bo"), SlackId.From("T", name), "bo", "Bo Fenn", Standing.Member) { Email = "bo@small.example" },
            new Account(SlackId.From("U", name + "cy"), SlackId.From("T", name), "cy", "Cy Guest", Standing.Guest) { Email = "cy@small.example" },
        ],
        Rooms =
        [
            new Room(SlackId.From("C", name + "general"), "general", RoomKind.Public, [SlackId.From("U", name + "ada"), SlackId.From("U", name + "bo")]),
            new Room(SlackId.From("C", name + "support"), "support", RoomKind.Public, [SlackId.From("U", name + "ada"), SlackId.From("U", name + "bo"), SlackId.From("U", name + "cy")]),
            new Room(SlackId.From("C", name + "secret"), "secret", RoomKind.Private, [SlackId.From("U", name + "ada")]),
            new Room(SlackId.From("C", name + "old"), "old", RoomKind.Public, [SlackId.From("U", name + "ada")]) { Archived = true },
        ],
    };

    private static Account Account(Colleague who, DateTimeOffset now) => new(who.Id, House.TeamId, who.Handle, who.Name, Rank(who))
    {
        Title = who.Title,
        Email = who.Email,
        Zone = who.Zone.Id,
        ZoneOffset = (int)who.Zone.OffsetAt(now).TotalSeconds,
        Deleted = who.Left is not null,
    };

    private static Standing Rank(Colleague who) => who.Handle switch
    {
        "dana.mercer" => Standing.Owner,
        "henrik.solberg" => Standing.Admin,
        _ => who.Role == Role.Guest ? Standing.Guest : Standing.Member,
    };

    private static Account SingleChannelGuest(DateTimeOffset now) =>
        new(SlackId.From("U", "kit.brandt"), House.TeamId, "kit.brandt", "Kit Brandt", Standing.SingleChannelGuest)
        {
            Title = "Contractor",
            Email = "kit.brandt@vendor.example",
            Zone = Zone.Berlin.Id,
            ZoneOffset = (int)Zone.Berlin.OffsetAt(now).TotalSeconds,
        };

    private static Account Partner(DateTimeOffset now) =>
        new(House.Unlisted.Id, PartnerTeam, House.Unlisted.Handle, House.Unlisted.Name, Standing.Stranger)
        {
            Title = House.Unlisted.Title,
            Zone = Zone.Berlin.Id,
            ZoneOffset = (int)Zone.Berlin.OffsetAt(now).TotalSeconds,
        };

    private static Account Bot(Colleague app) => new(app.AppUserId!, House.TeamId, app.Handle, app.Name, Standing.Bot)
    {
        BotId = app.Id,
        AppId = SlackId.From("A", app.Handle),
    };

    private static RoomKind Kind(ChannelKind kind) => kind switch
    {
        ChannelKind.Public => RoomKind.Public,
        ChannelKind.Private => RoomKind.Private,
        _ => RoomKind.Direct,
    };
}

/// <summary>A channel in a blueprint.</summary>
/// <param name="Members">User ids.</param>
internal sealed record Room(string Id, string Name, RoomKind Kind, IReadOnlyList<string> Members)
{
    public string Purpose { get; init; } = "";

    public bool Archived { get; init; }
}
