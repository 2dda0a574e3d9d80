namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// An address that our side vouches for: a permalink of Slack, an issue of the configured Jira. Never made of what somebody wrote. http or https, no name or
/// password in it, at most 3,000 characters.
/// </summary>
internal readonly record struct WebLink
{
    public const int LabelLength = 200;

    public WebLink(Uri address, UntrustedText? label = null)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https")) throw new BlockKitException("link.url", "only an absolute http or https address is one");
        if (address.UserInfo.Length > 0) throw new BlockKitException("link.url", "an address with a name or password before its host disguises where it leads");
        Url = Limit.Length(address.AbsoluteUri.Replace("|", "%7C", StringComparison.Ordinal), 1, Limit.UrlLength, "link.url");
        Label = label is { IsBlank: false } ? label : null;
    }

    public string Url { get; }

    /// <summary>What it reads as; the address itself unless given.</summary>
    public UntrustedText? Label { get; }
}
