using LiveSop.Workspace.Slack.Apps;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>The views of a workspace: a stack of modals for each person and app, and their Home tabs.</summary>
internal sealed class Views
{
    /// <summary>On one stack.</summary>
    public const int Most = 3;

    private readonly Dictionary<(string User, Installation App), List<View>> _stacks = [];
    private readonly Dictionary<(string User, Installation App), View> _homes = [];

    public View? Find(string? id) => All.FirstOrDefault(v => v.Id == id);

    public View? ByExternalId(Installation app, string? id) => string.IsNullOrEmpty(id) ? null : All.FirstOrDefault(v => v.App == app && v.ExternalId == id);

    public View? Home(string user, Installation app) => _homes.GetValueOrDefault((user, app));

    /// <summary>All modals that person has open, the one on top last.</summary>
    public IReadOnlyList<View> Modals(string user) => [.. _stacks.Where(s => s.Key.User == user).SelectMany(s => s.Value)];

    public IReadOnlyList<View> Stack(string user, Installation app) => _stacks.GetValueOrDefault((user, app)) ?? [];

    /// <summary>A new modal takes the place of all that the app had open there.</summary>
    public void Open(View view) => _stacks[(view.User, view.App)] = [view];

    public void Push(View view) => _stacks[(view.User, view.App)].Add(view);

    public void Publish(View home) => _homes[(home.User, home.App)] = home;

    /// <summary>Takes it off, and what stands above it.</summary>
    public void Close(View view)
    {
        if (!_stacks.TryGetValue((view.User, view.App), out var stack) || stack.IndexOf(view) is not (>= 0 and var at)) return;
        stack.RemoveRange(at, stack.Count - at);
    }

    public void Clear(View view) => _stacks.Remove((view.User, view.App));

    private IEnumerable<View> All => _stacks.Values.SelectMany(s => s).Concat(_homes.Values);
}
