using LiveSop.Bot.Cli;
using LiveSop.Bot.Slack.Web;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Hosting;

/// <summary>The tokens of one workspace, under a name for logs.</summary>
internal sealed record WorkspaceTokens(string Name, SlackTokens Tokens);

/// <summary>
/// Slack's secrets, from the environment (<see cref="BotEnvironment"/>) and nowhere else: <c>SLACK_BOT_TOKEN</c> and <c>SLACK_APP_TOKEN</c> for one workspace,
/// <c>SLACK_BOT_TOKEN__NAME</c> and <c>SLACK_APP_TOKEN__NAME</c> for each of several. <c>SLACK_BOT_TOKEN_FILE</c>, <c>SLACK_BOT_TOKEN_FILE__NAME</c> and the like
/// name files that hold a token each, as secret stores mount them; a token that is given itself goes before its file.
/// </summary>
internal sealed class TokenSource(IConfigurationRoot environment)
{
    private const string Bot = "SLACK_BOT_TOKEN";
    private const string App = "SLACK_APP_TOKEN";

    private static readonly string[] Variables = [Bot, App, $"{Bot}_FILE", $"{App}_FILE"];

    /// <summary>What stands there now: files are read again.</summary>
    /// <exception cref="BadSettingException">One is missing, or is no such token.</exception>
    public IReadOnlyList<WorkspaceTokens> Read()
    {
        environment.Reload();
        return Read(environment);
    }

    /// <summary>Whether any of them is set, right or wrong.</summary>
    public static bool IsSet(IConfiguration environment) => Variables.Any(name => environment[name] is { Length: > 0 } || environment.GetSection(name).GetChildren().Any());

    /// <exception cref="BadSettingException">One is missing, or is no such token.</exception>
    public static IReadOnlyList<WorkspaceTokens> Read(IConfiguration environment)
    {
        if (!IsSet(environment))
            throw new BadSettingException(
                $"{Bot} and {App} are not set: run livesop connect, or put the bot token (xoxb-…, from the app's page \"OAuth & Permissions\") and the app-level token (xapp-…, from \"Basic Information\") into the environment.");
        var names = Variables.SelectMany(name => environment.GetSection(name).GetChildren())
            .Select(child => child.Key).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
        var tokens = names.Select(name => Pair(environment, name, $"__{name}")).ToList();
        if (Variables.Any(name => environment[name] is { Length: > 0 })) tokens.Insert(0, Pair(environment, "default", ""));
        return tokens;
    }

    private static WorkspaceTokens Pair(IConfiguration environment, string name, string suffix) =>
        new(name, new SlackTokens(Token(environment, Bot, suffix, TokenKind.Bot), Token(environment, App, suffix, TokenKind.App)));

    private static string Token(IConfiguration environment, string variable, string suffix, TokenKind kind)
    {
        var (name, source) = (variable + suffix, $"{variable}_FILE{suffix}");
        var file = environment[Key(source)];
        var token = environment[Key(name)] is { Length: > 0 } given ? given.Trim() : file is { Length: > 0 } ? Content(source, file) : null;
        if (string.IsNullOrEmpty(token)) throw new BadSettingException($"{name} is not set; it is {kind.Place}, which begins with {kind.Prefix}.");
        return kind.Complaint(token) is { } complaint ? throw new BadSettingException($"{name} is not the right token. {complaint}") : token;
    }

    private static string Content(string source, string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException($"{source} names {file}, which cannot be read; put the token there, readable to the account that runs this.", e);
        }
    }

    private static string Key(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);
}
