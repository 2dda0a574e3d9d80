using LiveSop.Workspace.Slack.People;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Apps;

/// <summary>An app in a workspace.</summary>
/// <param name="token">The bot token, <c>xoxb-…</c>.</param>
internal sealed class Installation(SlackApp app, SlackWorkspace workspace, Account bot, string token)
{
    private readonly HashSet<string> _events = new(app.Manifest.Events, StringComparer.Ordinal);

    public SlackApp App { get; } = app;

    public SlackWorkspace Workspace { get; } = workspace;

    /// <summary>The bot user.</summary>
    public Account Bot { get; } = bot;

    public string BotToken { get; } = token;

    public string AppToken => App.Token;

    /// <summary>Granted. A test may take some away.</summary>
    public HashSet<string> Scopes { get; } = new(app.Manifest.Scopes, StringComparer.Ordinal);

    /// <summary>An error such as <c>token_revoked</c> with which its token is refused; null while it is good.</summary>
    public string? Dead { get; set; }

    /// <summary>Installed for a whole organisation (Enterprise Grid).</summary>
    public bool IsOrganisationWide { get; set; }

    public BotMark Mark => new(Bot.BotId!, App.Id, App.Manifest.Name, Workspace.Id);

    /// <summary>Subscribed, and one of these scopes granted.</summary>
    public bool Hears(string name, string? scope) => Dead is null && _events.Contains(name) && (scope is null || Scopes.Contains(scope));

    /// <summary>Hears what is said in conversations of that kind.</summary>
    public bool HearsMessages(RoomKind kind) => Hears(kind.MessageEvent(), kind.Family() + ":history");
}
