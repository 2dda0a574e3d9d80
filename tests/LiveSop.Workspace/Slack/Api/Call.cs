using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>One call of a method, with a good bot token.</summary>
internal sealed record Call(World World, Installation App, Arguments Args)
{
    public SlackWorkspace Team => App.Workspace;

    public Ground Ground => World.Ground;

    public string BotUser => App.Bot.Id;

    /// <summary>A required argument is absent.</summary>
    public static Answer.Refused Missing(string name) => Answer.No("invalid_arguments", $"[ERROR] missing required field: {name}");

    public Answer.Refused? Needs(string scope) => App.Scopes.Contains(scope) ? null : new Answer.Refused("missing_scope") { Needed = scope };

    /// <summary>The conversation that <c>channel</c> names, as far as the bot may see it. A private one it is not in looks as if it were not there.</summary>
    public Conversation? Channel(string argument = "channel") =>
        Args.Text(argument) is { } id && Team.Conversations.Find(id) is { } place && place.IsVisibleTo(App.Bot) ? place : null;
}
