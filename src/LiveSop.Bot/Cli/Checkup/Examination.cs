using System.Runtime.CompilerServices;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack.SocketMode;
using LiveSop.Bot.Slack.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>Looks at everything that the bot needs, in the order in which one thing needs another. What it finds comes as it is found.</summary>
internal sealed class Examination(IConfigurationRoot environment, Terminal terminal, TimeProvider time)
{
    /// <param name="only">The workspace's name; null for all.</param>
    /// <exception cref="BadSettingException">There is no such workspace.</exception>
    public async IAsyncEnumerable<Finding> RunAsync(string? only, [EnumeratorCancellation] CancellationToken stop)
    {
        var (settings, read) = SettingsOf(environment);
        yield return read;
        if (settings is null) yield break;

        var options = settings.DatabaseOptions(environment);
        await using var store = await DatabaseCheck.OpenAsync(options, stop);
        foreach (var finding in store.Findings) yield return finding;
        if (MachineCheck.Disk(options) is { } disk) yield return disk;
        yield return await MachineCheck.PicturesAsync(settings.Pictures.Dot, stop);

        var (workspaces, unusable) = TokensOf(environment);
        if (unusable is not null) yield return unusable;
        var chosen = Chosen(workspaces, only);
        using var door = new SlackDoor(
            new WebOptions { ApiUrl = new Uri(settings.Slack.ApiUrl), Limits = settings.Slack.Limits }, new SocketOptions { Sockets = 1 }, time, NullLoggerFactory.Instance);
        foreach (var workspace in chosen)
            await foreach (var finding in new WorkspaceCheck(door, store, terminal, time).RunAsync(workspace.Tokens, stop))
                yield return chosen.Count > 1 ? finding with { What = $"{workspace.Name}: {finding.What}" } : finding;
    }

    private static (Settings? Settings, Finding Finding) SettingsOf(IConfiguration environment)
    {
        try
        {
            var settings = Settings.OfThisProgram().With(environment);
            return (settings, Finding.Ok(settings.Slack.ApiUrl == new SlackSettings().ApiUrl ? "settings: they can be used" : $"settings: they can be used; Slack is at {settings.Slack.ApiUrl}"));
        }
        catch (BadSettingException bad)
        {
            return (null, Finding.Refused("settings", bad.Message));
        }
    }

    private static (IReadOnlyList<WorkspaceTokens> Workspaces, Finding? Problem) TokensOf(IConfiguration environment)
    {
        try
        {
            return (TokenSource.Read(environment), null);
        }
        catch (BadSettingException bad)
        {
            return ([], Finding.Refused("tokens", bad.Message));
        }
    }

    private static IReadOnlyList<WorkspaceTokens> Chosen(IReadOnlyList<WorkspaceTokens> workspaces, string? only)
    {
        if (only is null || workspaces.Count == 0) return workspaces;
        var chosen = workspaces.Where(workspace => string.Equals(workspace.Name, only, StringComparison.OrdinalIgnoreCase)).ToList();
        return chosen.Count > 0 ? chosen : throw new BadSettingException(
            $"There is no workspace {only}; there is {string.Join(", ", workspaces.Select(workspace => workspace.Name))}.");
    }
}
