using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.People;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack;

/// <summary>Somebody in a workspace, and what they can do there with keyboard and mouse. Places are a channel's name or a conversation's id.</summary>
internal sealed class Person
{
    private readonly World _world;
    private readonly Gestures _gestures;

    internal Person(World world, SlackWorkspace workspace, Account account)
    {
        _world = world;
        (Workspace, Account) = (workspace, account);
        _gestures = new Gestures(world, this);
    }

    public SlackWorkspace Workspace { get; }

    public Account Account { get; }

    public string Id => Account.Id;

    /// <summary>Types it and sends it: <c>@names</c>, <c>#channels</c> and addresses become what Slack makes of them.</summary>
    /// <param name="thread">The first message of the thread to answer in; null for the channel.</param>
    /// <param name="broadcast">Shows the reply in the channel too.</param>
    /// <returns>Its timestamp.</returns>
    /// <exception cref="InvalidOperationException">They are not in that place, or it is archived.</exception>
    public Task<string> PostAsync(string place, string typed, string? thread = null, bool broadcast = false)
    {
        lock (_world.Ground.Gate)
            return Task.FromResult(Say(Inside(place), typed, thread, broadcast ? "thread_broadcast" : null, []));
    }

    /// <summary>To a bot, in the direct conversation with it.</summary>
    public Task<string> DirectMessageAsync(string bot, string typed, string? thread = null)
    {
        lock (_world.Ground.Gate) return Task.FromResult(Say(DirectWith(bot), typed, thread, null, []));
    }

    /// <summary>Brings a file along.</summary>
    /// <returns>The message's timestamp.</returns>
    public Task<string> UploadAsync(string place, string fileName, byte[] bytes, string comment = "", string? thread = null)
    {
        lock (_world.Ground.Gate)
        {
            var file = new SharedFile(_world.Ground.Mint.Id("F"), fileName, Id, Workspace.Id) { Announced = bytes.Length, Bytes = bytes, Complete = true, Created = _world.Ground.Now };
            _world.Files.Put(file);
            return Task.FromResult(Say(Inside(place), comment, thread, "file_share", [file]));
        }
    }

    /// <exception cref="InvalidOperationException">It is not theirs.</exception>
    public Task EditAsync(string place, string ts, string typed)
    {
        lock (_world.Ground.Gate)
        {
            var (where, own) = Own(place, ts);
            Workspace.Talking.Edit(where, own, own with { Text = Typed.ToWire(typed, Workspace) }, Id);
        }
        return Task.CompletedTask;
    }

    /// <exception cref="InvalidOperationException">It is not theirs.</exception>
    public Task DeleteAsync(string place, string ts)
    {
        lock (_world.Ground.Gate)
        {
            var (where, own) = Own(place, ts);
            Workspace.Talking.Delete(where, own);
        }
        return Task.CompletedTask;
    }

    /// <param name="name">Without colons.</param>
    public Task ReactAsync(string place, string ts, string name)
    {
        lock (_world.Ground.Gate)
        {
            var where = Inside(place);
            Workspace.Talking.React(where, Found(where, ts), Id, name);
        }
        return Task.CompletedTask;
    }

    public Task UnreactAsync(string place, string ts, string name)
    {
        lock (_world.Ground.Gate)
        {
            var where = Inside(place);
            Workspace.Talking.Unreact(where, Found(where, ts), Id, name);
        }
        return Task.CompletedTask;
    }

    public Task JoinAsync(string place)
    {
        lock (_world.Ground.Gate)
        {
            var where = Workspace.Conversation(place);
            if (!where.IsVisibleTo(Account)) throw new InvalidOperationException($"{Account.Handle} cannot see {place}.");
            Workspace.Comings.Join(where, Account, inviter: null);
        }
        return Task.CompletedTask;
    }

    public Task LeaveAsync(string place)
    {
        lock (_world.Ground.Gate) Workspace.Comings.Leave(Inside(place), Account);
        return Task.CompletedTask;
    }

    /// <param name="handle">A person's, or a bot's.</param>
    public Task InviteAsync(string handle, string place)
    {
        lock (_world.Ground.Gate) Workspace.Comings.Join(Inside(place), Named(handle), Account);
        return Task.CompletedTask;
    }

    /// <summary>Removes somebody from a channel.</summary>
    public Task KickAsync(string handle, string place)
    {
        lock (_world.Ground.Gate) Workspace.Comings.Leave(Inside(place), Named(handle));
        return Task.CompletedTask;
    }

    /// <summary>Types a command, which Slack allows in a channel and never in a thread.</summary>
    public Task<Shown> SlashAsync(string place, string command, string text = "") => _gestures.SlashAsync(place, command, text);

    /// <summary>Presses a button, or chooses in a menu, of a message.</summary>
    /// <param name="chosen">Values of options, ids, or what was typed; nothing for a button.</param>
    public Task<Shown> ClickAsync(SeenMessage message, string actionId, params string[] chosen) => _gestures.ClickAsync(message, actionId, chosen);

    /// <summary>The same in a modal or on the Home tab.</summary>
    public Task<Shown> ClickAsync(View view, string actionId, params string[] chosen) => _gestures.ClickAsync(view, actionId, chosen);

    /// <summary>The same for a stored message that is known by its timestamp.</summary>
    public Task<Shown> ClickAsync(string place, string ts, string actionId, params string[] chosen) =>
        _gestures.ClickAsync(Message(place, ts), actionId, chosen);

    /// <summary>Fills in a modal and submits it.</summary>
    /// <param name="values">By action id or <c>block_id/action_id</c>; several values of one element apart by a line feed only where it takes several.</param>
    public Task<Shown> SubmitAsync(View view, params (string Id, string Value)[] values) => _gestures.SubmitAsync(view, values);

    /// <summary>Closes a modal, or with <paramref name="all"/> its whole stack.</summary>
    public Task<Shown> CloseAsync(View view, bool all = false) => _gestures.CloseAsync(view, all);

    /// <summary>A global shortcut.</summary>
    public Task<Shown> ShortcutAsync(string callbackId) => _gestures.ShortcutAsync(callbackId);

    /// <summary>A shortcut in a message's menu, also in threads and where the bot is not.</summary>
    public Task<Shown> ShortcutAsync(string callbackId, string place, string ts) => _gestures.ShortcutAsync(callbackId, Message(place, ts));

    /// <summary>Types into a select with external data.</summary>
    public Task<Shown> SuggestAsync(View view, string actionId, string typed) => _gestures.SuggestAsync(view, actionId, typed);

    /// <summary>Types into a select with external data in a message.</summary>
    public Task<Shown> SuggestAsync(SeenMessage message, string actionId, string typed) => _gestures.SuggestAsync(message, actionId, typed);

    /// <summary>Opens the app's Home, or its messages.</summary>
    public Task OpenHomeAsync(string bot, string tab = "home")
    {
        _gestures.OpenHome(bot, tab);
        return Task.CompletedTask;
    }

    /// <summary>A message that is in that place, as they see it.</summary>
    public SeenMessage Message(string place, string ts)
    {
        lock (_world.Ground.Gate)
        {
            var where = Workspace.Conversation(place);
            return SeenMessage.Of(where, Found(where, ts), _world.Ground.Root);
        }
    }

    internal Conversation DirectWith(string bot) => Workspace.Conversations.Direct(Id, Named(bot).Id);

    private string Say(Conversation place, string typed, string? thread, string? subtype, IReadOnlyList<SharedFile> files) => Workspace.Talking.Say(place, new Message
    {
        Ts = "",
        User = Id,
        Team = Account.TeamId,
        ClientId = _world.Ground.Mint.Uuid(),
        Text = Typed.ToWire(typed, Workspace),
        ThreadTs = thread,
        Subtype = subtype,
        Files = files,
    }).Ts;

    private Account Named(string handle) => Workspace.Roster.Named(handle) ?? throw new ArgumentException($"Nobody is called {handle}.", nameof(handle));

    private Conversation Inside(string name)
    {
        var place = Workspace.Conversation(name);
        if (!place.Has(Id)) throw new InvalidOperationException($"{Account.Handle} is not in {name}.");
        return place.IsArchived ? throw new InvalidOperationException($"{name} is archived.") : place;
    }

    private (Conversation Place, Message Own) Own(string place, string ts)
    {
        var where = Inside(place);
        var message = Found(where, ts);
        return message.User == Id ? (where, message) : throw new InvalidOperationException($"{ts} is not by {Account.Handle}.");
    }

    private static Message Found(Conversation place, string ts) =>
        place.Log.Find(ts) ?? throw new ArgumentException($"There is no message {ts} in {place.Name}.", nameof(ts));
}
