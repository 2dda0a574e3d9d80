using System.Collections.Concurrent;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.SocketMode;

namespace LiveSop.Bot.Hosting;

/// <summary>How it stands between this process and one workspace whose tokens it was given.</summary>
internal abstract record Presence
{
    private Presence()
    {
    }

    internal sealed record Coming : Presence;

    /// <param name="Sockets">How well it is heard now.</param>
    internal sealed record There(WorkspaceId Workspace, Func<SocketHealth> Sockets) : Presence;

    /// <param name="Reason">For a person to read, without its full stop.</param>
    internal sealed record Away(string Reason, DateTimeOffset Since) : Presence;
}

/// <summary>Which workspaces this process was to connect, by the names of their tokens, and how that stands. For whoever watches the bot.</summary>
internal sealed class Attendance(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Presence> presences = new(StringComparer.Ordinal);

    public IReadOnlyCollection<KeyValuePair<string, Presence>> All => [.. presences.OrderBy(one => one.Key, StringComparer.Ordinal)];

    public void Expect(string name) => presences.TryAdd(name, new Presence.Coming());

    public void Come(string name, WorkspaceId workspace, Func<SocketHealth> sockets) => presences[name] = new Presence.There(workspace, sockets);

    /// <summary>Since when is kept as long as it stays away, whatever the reason.</summary>
    public void Leave(string name, string reason) =>
        presences[name] = new Presence.Away(reason, presences.GetValueOrDefault(name) is Presence.Away { Since: var since } ? since : time.GetUtcNow());
}
