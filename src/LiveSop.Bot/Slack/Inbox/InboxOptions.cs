namespace LiveSop.Bot.Slack.Inbox;

/// <summary>How what arrives is taken.</summary>
internal sealed record InboxOptions
{
    /// <summary>Nobody waits longer for a command or a press: Slack tells them that it failed, and they try again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);
}
