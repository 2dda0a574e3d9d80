using System.Collections.Concurrent;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Slack;

/// <summary>A workspace that this process can speak to.</summary>
/// <param name="Responses">For answers by the address that came with a command or a click.</param>
internal sealed record Connection(Installation Installation, SlackApi Api, ResponseUrl Responses)
{
    /// <summary>Whether Slack may not want us there any more.</summary>
    public Doubts Doubts { get; init; } = new();
}

/// <summary>The workspaces that this process can speak to, each from when Slack knew its token until Slack does not any more.</summary>
internal sealed class Connections
{
    private readonly ConcurrentDictionary<WorkspaceId, Connection> connected = new();

    public IEnumerable<WorkspaceId> Workspaces => connected.Keys;

    public void Open(Connection connection) => connected[connection.Installation.Workspace] = connection;

    public void Close(WorkspaceId workspace) => connected.TryRemove(workspace, out _);

    /// <summary>Something says that Slack does not want us there any more: Slack is asked, soon.</summary>
    public void Doubt(WorkspaceId workspace)
    {
        if (connected.TryGetValue(workspace, out var connection)) connection.Doubts.Raise();
    }

    /// <exception cref="NotConnectedException">Not now, or not here.</exception>
    public Installation Installation(WorkspaceId workspace) => Of(workspace).Installation;

    /// <exception cref="NotConnectedException">Not now, or not here.</exception>
    public Connection Of(WorkspaceId workspace) => connected.TryGetValue(workspace, out var connection) ? connection : throw new NotConnectedException(workspace);
}

internal sealed class NotConnectedException(WorkspaceId workspace) : Exception($"{workspace} is not connected to this process.");
