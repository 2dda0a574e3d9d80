using LiveSop.Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Cli.Connecting;

/// <summary>Leads a person from nothing to an app in their Slack, and its two tokens into a file.</summary>
/// <param name="file">Where the tokens go.</param>
internal sealed class TokenWalk(Terminal terminal, string file)
{
    private const string Bot = "SLACK_BOT_TOKEN";
    private const string App = "SLACK_APP_TOKEN";

    /// <summary>Asks for what is not there yet.</summary>
    /// <param name="variables">Of the environment.</param>
    /// <exception cref="BadSettingException">What is there is wrong, or nobody can be asked.</exception>
    public async Task RunAsync(IReadOnlyDictionary<string, string> variables, CancellationToken stop)
    {
        var environment = BotEnvironment.Over(variables, null);
        if (TokenSource.IsSet(environment))
        {
            Take(environment, "the environment, or the files that it names");
            return;
        }
        var kept = File.Exists(file) ? EnvFile.Read(file) : new Dictionary<string, string>();
        if (terminal.AskSecretAsync is not null) await AskAsync(kept, stop);
        else if (TokenSource.IsSet(BotEnvironment.Over(variables, kept.Count > 0 ? file : null))) Take(BotEnvironment.Over(variables, file), file);
        else throw Alone();
    }

    private void Take(IConfiguration environment, string place)
    {
        TokenSource.Read(environment);
        terminal.Say($"The tokens stand in {place}: they are used as they are, and nothing is written.");
    }

    private async Task AskAsync(IReadOnlyDictionary<string, string> kept, CancellationToken stop)
    {
        Explain();
        var bot = await TokenAsync("1. Bot User OAuth Token (xoxb-…)", TokenKind.Bot, kept.GetValueOrDefault(Bot), stop);
        var app = await TokenAsync("2. App-Level Token (xapp-…)", TokenKind.App, kept.GetValueOrDefault(App), stop);
        await EnvFile.SetAsync(file, new Dictionary<string, string> { [Bot] = bot, [App] = app }, stop);
        terminal.Say($"Both are in {file}, which only you can read.");
    }

    private void Explain()
    {
        foreach (var line in (string[])
        [
            "This link creates the app in your Slack, filled in from slack-manifest.yaml:",
            "",
            SlackManifest.Link,
            "",
            "  Open it, pick your workspace, and click Next and Create.",
            "  Page \"Install App\": click Install to <workspace> and Allow, then copy the Bot User OAuth Token.",
            "  Page \"Basic Information\", App-Level Tokens: click Generate Token and Scopes, name it, add the scope connections:write, click Generate, and copy the token.",
            "",
            "Paste both here. They are not shown, and go nowhere but into the file " + file + ".",
        ]) terminal.Say(line);
    }

    /// <param name="kept">What Enter keeps; null where there is nothing.</param>
    private async Task<string> TokenAsync(string question, TokenKind kind, string? kept, CancellationToken stop)
    {
        var keeps = kept is not null && kind.Complaint(kept) is null;
        while (true)
        {
            var typed = await terminal.AskSecretAsync!($"{question}{(keeps ? $", or Enter for the one in {file}" : "")}:", stop) ?? throw Left();
            if (keeps && typed.Trim().Length == 0) return kept!;
            if (kind.Complaint(typed.Trim()) is not { } complaint) return typed.Trim();
            terminal.Say(complaint);
        }
    }

    private static BadSettingException Left() => new("A token is missing, so nothing was written; run livesop connect again when you have both.");

    private static BadSettingException Alone() => new(
        $"There is no terminal to ask for the tokens at: create the app from slack-manifest.yaml at https://api.slack.com/apps, then set {Bot} and {App}, or {Bot}_FILE and {App}_FILE to the files that hold them.");
}
