using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Workspace.Slack.Apps;

/// <summary>A registered app. It has one set of sockets, whatever the number of workspaces it is installed in.</summary>
internal sealed class SlackApp
{
    public SlackApp(AppManifest manifest, Ground ground)
    {
        Manifest = manifest;
        Id = ground.Mint.Id("A");
        Token = "xapp-1-" + Id + "-" + ground.Mint.Secret();
        Sockets = new AppSockets(this, ground);
    }

    public string Id { get; }

    public AppManifest Manifest { get; }

    /// <summary>The app-level token, <c>xapp-…</c>, with <c>connections:write</c> and <c>authorizations:read</c>.</summary>
    public string Token { get; }

    public AppSockets Sockets { get; }

    public List<Installation> Installations { get; } = [];

    /// <summary>An error such as <c>account_inactive</c> with which its token is refused; null while it is good.</summary>
    public string? Dead { get; set; }
}
