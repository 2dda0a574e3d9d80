namespace LiveSop.Bot.Slack.Outbox;

/// <summary>How effects are sent.</summary>
internal sealed record OutboxOptions
{
    /// <summary>How long an attempt may take in all, waiting for Slack's limits included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long an effect is its worker's. Longer than <see cref="Patience"/>, so that what is found begun after it has surely ended.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an effect rests while its workspace cannot be spoken to.</summary>
    public TimeSpan WhileDisconnected { get; init; } = TimeSpan.FromSeconds(30);
}
