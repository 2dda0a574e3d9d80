namespace LiveSop.Bot.Slack.Web;

/// <summary>
/// The hosts that may be sent anything. Addresses come in payloads, and a forged or foreign one must neither get our token nor make
/// the bot knock at doors inside the company's network.
/// </summary>
internal sealed class SlackHosts(Uri apiUrl)
{
    /// <summary>Whether messages may be posted there.</summary>
    public bool TakesResponses(Uri url) => IsApi(url) || (IsSecure(url) && url.Host is "hooks.slack.com" or "hooks.slack-gov.com");

    /// <summary>Whether files may be fetched from or put there, with our token.</summary>
    public bool HoldsFiles(Uri url) => IsApi(url) || (IsSecure(url) && (IsBelow(url, ".slack.com") || IsBelow(url, ".slack-gov.com")));

    private static bool IsBelow(Uri url, string domain) => url.Host.EndsWith(domain, StringComparison.Ordinal);

    private static bool IsSecure(Uri url) => url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.UserInfo.Length == 0;

    private bool IsApi(Uri url) => url.Scheme == apiUrl.Scheme && url.Host == apiUrl.Host && url.Port == apiUrl.Port && url.UserInfo.Length == 0;
}
