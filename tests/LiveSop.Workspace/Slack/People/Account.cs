namespace LiveSop.Workspace.Slack.People;

/// <summary>Somebody in a workspace, bots included.</summary>
/// <param name="Handle">Slack's <c>name</c>.</param>
internal sealed record Account(string Id, string TeamId, string Handle, string Name, Standing Standing)
{
    public string Title { get; init; } = "";

    /// <summary>Null for bots and strangers.</summary>
    public string? Email { get; init; }

    /// <summary>An IANA name.</summary>
    public string Zone { get; init; } = "Europe/London";

    /// <summary>Seconds ahead of UTC now.</summary>
    public int ZoneOffset { get; init; }

    /// <summary>Switched off.</summary>
    public bool Deleted { get; init; }

    /// <summary>Bots only.</summary>
    public string? BotId { get; init; }

    /// <summary>Bots only.</summary>
    public string? AppId { get; init; }

    public bool IsBot => Standing == Standing.Bot;

    public bool IsGuest => Standing is Standing.Guest or Standing.SingleChannelGuest;

    public string Mention => $"<@{Id}>";
}
