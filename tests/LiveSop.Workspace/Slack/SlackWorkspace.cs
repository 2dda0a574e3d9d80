using LiveSop.Workspace.History;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.People;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack;

/// <summary>One workspace: its people, its conversations, the apps installed in it, and the hands to move it.</summary>
internal sealed class SlackWorkspace
{
    private readonly World _world;
    private readonly Dictionary<(Conversation Place, string Ts), FormState> _entered = [];

    public SlackWorkspace(Blueprint plan, World world)
    {
        _world = world;
        (Id, Name, Domain) = (plan.TeamId, plan.Name, plan.Domain);
        Conversations = new Conversations(this, world.Ground);
        Talking = new Talking(world.Ground, world.News);
        Comings = new Comings(this, world.News);
        Admin = new Housekeeping(world, this);
        foreach (var account in plan.People) Roster.Put(account);
        Roster.Groups.AddRange(plan.Groups);
        foreach (var room in plan.Rooms) Add(room);
    }

    /// <summary><c>T…</c>.</summary>
    public string Id { get; }

    public string Name { get; }

    /// <summary>As in <c>tarnbrook.slack.com</c>.</summary>
    public string Domain { get; }

    public Roster Roster { get; } = new();

    public Conversations Conversations { get; }

    public List<Installation> Installations { get; } = [];

    /// <summary>What only one person sees, as long as Slack is open.</summary>
    public List<Ephemeral> Ephemerals { get; } = [];

    /// <summary>Posts for later.</summary>
    public List<ScheduledPost> Scheduled { get; } = [];

    /// <summary>Modals and Home tabs.</summary>
    public Views Views { get; } = new();

    /// <summary>What its admins and Slack itself do to it.</summary>
    public Housekeeping Admin { get; }

    internal Talking Talking { get; }

    internal Comings Comings { get; }

    internal DateTimeOffset Now => _world.Ground.Now;

    /// <summary>Registers an app of that manifest for this workspace alone, and installs it.</summary>
    public Installation Install(AppManifest manifest)
    {
        lock (_world.Ground.Gate)
        {
            var app = new SlackApp(manifest, _world.Ground);
            _world.Apps.Add(app);
            return Install(app);
        }
    }

    /// <summary>Installs an app that other workspaces have too.</summary>
    public Installation Install(SlackApp app)
    {
        lock (_world.Ground.Gate)
        {
            var mint = _world.Ground.Mint;
            var bot = new Account(mint.Id("U"), Id, app.Manifest.BotName, app.Manifest.Name, Standing.Bot) { BotId = mint.Id("B"), AppId = app.Id };
            Roster.Put(bot);
            var installation = new Installation(app, this, bot, "xoxb-" + mint.Secret());
            app.Installations.Add(installation);
            Installations.Add(installation);
            return installation;
        }
    }

    /// <param name="handle">Slack's <c>name</c>, such as <c>maya.lindqvist</c>.</param>
    /// <exception cref="ArgumentException">Nobody has it.</exception>
    public Person Person(string handle) =>
        new(_world, this, Roster.Named(handle) ?? throw new ArgumentException($"Nobody in {Name} is called {handle}.", nameof(handle)));

    /// <param name="name">A channel's name, or a conversation's id.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Conversation Conversation(string name)
    {
        lock (_world.Ground.Gate)
            return Conversations.Find(name) ?? Conversations.Named(name) ?? throw new ArgumentException($"{Name} has no conversation {name}.", nameof(name));
    }

    public Conversation Add(Room room)
    {
        lock (_world.Ground.Gate)
        {
            var place = new Conversation(room.Id, room.Name, room.Kind)
            {
                Purpose = room.Purpose,
                Creator = room.Members.Count > 0 ? room.Members[0] : "",
                IsArchived = room.Archived,
                IsGeneral = room.Name == "general",
            };
            foreach (var member in room.Members) place.Join(member);
            return Conversations.Add(place);
        }
    }

    /// <summary>Lets a message of a generated history be said now; apps are told.</summary>
    /// <param name="thread">The first message of its thread, as it is numbered here.</param>
    /// <returns>Its timestamp here.</returns>
    public string Say(HistoryMessage said, string? thread)
    {
        lock (_world.Ground.Gate) return Talking.Say(Conversation(said.Channel.Id), Past.Now(said, thread)).Ts;
    }

    /// <summary>Puts the past in place. Nobody is told: it was there before the app came.</summary>
    /// <param name="later">By how much everything happened later than it is written; whole weeks keep its weekdays.</param>
    public void Load(CompanyHistory history, TimeSpan later = default)
    {
        lock (_world.Ground.Gate) Past.Load(history, this, later);
    }

    /// <summary>Everything that person has before them now: the conversation, what only they see in it, their modals and their talk with the bots.</summary>
    /// <param name="place">A channel's name, or a conversation's id.</param>
    public Sight Visible(Person person, string place)
    {
        lock (_world.Ground.Gate) return Sight.Of(_world, person, Conversation(place));
    }

    internal void Show(Ephemeral ephemeral)
    {
        Ephemerals.Add(ephemeral);
        _world.Ground.Bell.Ring();
    }

    /// <summary>What was entered in a message's elements.</summary>
    internal FormState StateOf(Conversation place, string ts)
    {
        if (!_entered.TryGetValue((place, ts), out var state)) _entered[(place, ts)] = state = new FormState();
        return state;
    }
}
