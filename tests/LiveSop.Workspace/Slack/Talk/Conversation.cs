using LiveSop.Workspace.Slack.People;

namespace LiveSop.Workspace.Slack.Talk;

internal enum RoomKind { Public, Private, Direct, GroupDirect }

/// <summary>A channel or a direct message. One that several workspaces share is one object in all of them.</summary>
internal sealed class Conversation(string id, string name, RoomKind kind)
{
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private long _last;

    public string Id { get; set; } = id;

    public string Name { get; set; } = name;

    public RoomKind Kind { get; set; } = kind;

    public string Purpose { get; set; } = "";

    public string Topic { get; set; } = "";

    public string Creator { get; init; } = "";

    public bool IsArchived { get; set; }

    public bool IsGeneral { get; init; }

    /// <summary>The one that made it first; more than one for a Slack Connect channel.</summary>
    public List<SlackWorkspace> Workspaces { get; } = [];

    public MessageLog Log { get; } = new();

    /// <summary>In the order they joined.</summary>
    public IReadOnlyList<string> Members => _order;

    public bool IsConnected => Workspaces.Count > 1;

    public bool IsChannel => Kind is RoomKind.Public or RoomKind.Private;

    public bool Has(string? user) => user is not null && _members.Contains(user);

    public bool Join(string user)
    {
        if (!_members.Add(user)) return false;
        _order.Add(user);
        return true;
    }

    public bool Leave(string user) => _members.Remove(user) && _order.Remove(user);

    /// <summary>Everybody may see a public channel but guests; the rest only their own.</summary>
    public bool IsVisibleTo(Account who) => Has(who.Id) || (Kind == RoomKind.Public && !who.IsGuest && who.Standing != Standing.Stranger);

    /// <summary>The next timestamp: later than all before, and never one that is taken.</summary>
    public string Stamp(DateTimeOffset now)
    {
        _last = Math.Max(_last + 1, Ts.Micros(now));
        while (Log.Holds(_last)) _last++;
        return Ts.Of(_last);
    }
}
