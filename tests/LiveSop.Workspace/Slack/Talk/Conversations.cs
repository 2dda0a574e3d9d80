using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>The conversations of a workspace, in the order they were made.</summary>
internal sealed class Conversations(SlackWorkspace owner, Ground ground)
{
    private readonly Dictionary<string, Conversation> _byId = new(StringComparer.Ordinal);
    private readonly List<Conversation> _all = [];

    public IReadOnlyList<Conversation> All => _all;

    public Conversation? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A channel by name, with or without <c>#</c>.</summary>
    public Conversation? Named(string name) => _all.Find(c => c.IsChannel && c.Name == name.TrimStart('#'));

    public Conversation Add(Conversation place)
    {
        _byId[place.Id] = place;
        _all.Add(place);
        place.Workspaces.Add(owner);
        return place;
    }

    public void Remove(Conversation place)
    {
        _byId.Remove(place.Id);
        _all.Remove(place);
    }

    /// <summary>Slack may give a channel another id, when it is shared for instance.</summary>
    public void Rename(Conversation place, string id)
    {
        _byId.Remove(place.Id);
        place.Id = id;
        _byId[id] = place;
    }

    /// <summary>The direct conversation of just these; made where there is none.</summary>
    public Conversation Direct(params IReadOnlyList<string> users)
    {
        var kind = users.Count > 2 ? RoomKind.GroupDirect : RoomKind.Direct;
        if (_all.Find(c => c.Kind == kind && c.Members.Count == users.Count && users.All(c.Has)) is { } known) return known;
        var fresh = new Conversation(ground.Mint.Id(kind == RoomKind.Direct ? "D" : "C"), kind == RoomKind.Direct ? "" : "mpdm-" + string.Join("--", users), kind);
        foreach (var user in users) fresh.Join(user);
        return Add(fresh);
    }
}
