using LiveSop.Bot.Cli;
using LiveSop.Bot.Slack.Web;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Hosting;

/// <summary>The tokens of one workspace, under a name for logs.</summary>
internal sealed record WorkspaceTokens(string Name, SlackTokens Tokens);

/// <summary>
/// Slack's secrets, from the environment alone: <c>SLACK_BOT_TOKEN</c> and <c>SLACK_APP_TOKEN</c> for one workspace,
/// <c>SLACK_BOT_TOKEN__NAME</c> and <c>SLACK_APP_TOKEN__NAME</c> for each of several.
/// </summary>
internal static class TokenSource
{
    private const string Bot = "SLACK_BOT_TOKEN";
    private const string App = "SLACK_APP_TOKEN";

    /// <exception cref="BadSettingException">One is missing, or is no such token.</exception>
    public static IReadOnlyList<WorkspaceTokens> Read(IConfiguration environment)
    {
        var names = environment.GetSection(Bot).GetChildren().Concat(environment.GetSection(App).GetChildren())
            .Select(child => child.Key).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        var tokens = names.Select(name => Pair(name, environment[$"{Bot}:{name}"], environment[$"{App}:{name}"], $"__{name}")).ToList();
        if (environment[Bot] is { Length: > 0 } || environment[App] is { Length: > 0 }) tokens.Insert(0, Pair("default", environment[Bot], environment[App], ""));
        return tokens.Count > 0 ? tokens : throw new BadSettingException(
            $"{Bot} and {App} are not set: put the bot token (xoxb-…, from the app's page \"OAuth & Permissions\") and the app-level token (xapp-…, from \"Basic Information\") into the environment.");
    }

    private static WorkspaceTokens Pair(string name, string? bot, string? app, string suffix) =>
        new(name, new SlackTokens(Checked(Bot + suffix, bot, "xoxb-"), Checked(App + suffix, app, "xapp-")));

    private static string Checked(string name, string? token, string prefix) =>
        string.IsNullOrWhiteSpace(token) ? throw new BadSettingException($"{name} is not set; it is the token that begins with {prefix}.")
        : !token.StartsWith(prefix, StringComparison.Ordinal) ? throw new BadSettingException($"{name} is not the right token: it must begin with {prefix}.")
        : token.Trim();
}
