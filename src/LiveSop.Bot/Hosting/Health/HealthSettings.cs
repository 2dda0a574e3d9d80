namespace LiveSop.Bot.Hosting.Health;

/// <summary>Where the bot says how it is. Section <c>Health</c>.</summary>
internal sealed record HealthSettings
{
    /// <summary>
    /// As <c>http://127.0.0.1:8080</c>, or <c>http://0.0.0.0:8080</c> where other machines may ask, as in a container. Empty for none. It answers without asking who asks: it says how
    /// the bot is, which workspaces it is connected to by their ids, and nothing that was said.
    /// </summary>
    public string Url { get; init; } = "";

    /// <summary>Null where there is none, or it is no address.</summary>
    public Uri? Address => Uri.TryCreate(Url, UriKind.Absolute, out var address) && address is { Scheme: "http", PathAndQuery: "/" } ? address : null;

    /// <summary>Where to ask from this machine: an address of all its networks is none that can be asked.</summary>
    public Uri? AddressHere => Address is { Host: "0.0.0.0" or "[::]" } all ? new UriBuilder(all) { Host = "127.0.0.1" }.Uri : Address;
}
