using LiveSop.Bot.Hosting;
using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>What <c>auth.test</c> tells: whose the bot token is, what it may do, and what time it is at Slack.</summary>
internal static class InstallationCheck
{
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Harmful = TimeSpan.FromSeconds(120);

    public static Finding Token(Installation installation) => installation.IsOrganisation
        ? Finding.Wrong(
            "bot token: the app is installed for a whole organisation, where one token stands for many workspaces; LiveSOP keeps each workspace apart and supports no such installation",
            "uninstall it there, and install it in the one workspace")
        : Finding.Ok($"bot token: good for {installation.WorkspaceName ?? "the workspace"} ({installation.Workspace})");

    public static IEnumerable<Finding> Scopes(Installation installation)
    {
        if (installation.Scopes.Count == 0)
        {
            yield return Finding.Warn("scopes: Slack does not say which were granted", "compare the app's page \"OAuth & Permissions\" with slack-manifest.yaml");
            yield break;
        }
        var missing = SlackManifest.Scopes.Except(installation.Scopes, StringComparer.Ordinal).ToList();
        var more = installation.Scopes.Except(SlackManifest.Scopes, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            yield return Finding.Wrong($"scopes: {Named(missing)} {(missing.Count == 1 ? "is" : "are")} missing",
                "paste slack-manifest.yaml at the app's page \"App Manifest\", install the app again at \"OAuth & Permissions\", and run this again");
        if (more.Count > 0)
            yield return Finding.Warn($"scopes: {Named(more)} {(more.Count == 1 ? "was" : "were")} granted, and the bot has no use for {(more.Count == 1 ? "it" : "them")}",
                "paste slack-manifest.yaml at the app's page \"App Manifest\" and install the app again, so that it holds no more than it needs");
        if (missing.Count + more.Count == 0) yield return Finding.Ok($"scopes: the {SlackManifest.Scopes.Count} of slack-manifest.yaml, and no others");
    }

    /// <param name="now">By this machine, right after Slack answered.</param>
    public static Finding Clock(Installation installation, DateTimeOffset now)
    {
        const string fix = "let this machine set its clock by NTP (timedatectl set-ntp true)";
        if (installation.ToldAt is not { } told) return Finding.Ok("clock: Slack gave no time to compare with");
        var ahead = now - told;
        var off = ahead.Duration();
        var what = $"clock: this machine is {off.TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} Slack";
        return off > Harmful ? Finding.Wrong($"{what}; what is new and what is late cannot be told", fix)
            : off > Noticeable ? Finding.Warn(what, fix)
            : Finding.Ok("clock: as at Slack");
    }

    private static string Named(List<string> scopes) => string.Join(", ", scopes);
}
