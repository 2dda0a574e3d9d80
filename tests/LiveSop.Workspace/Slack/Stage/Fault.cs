namespace LiveSop.Workspace.Slack.Stage;

/// <summary>Something an app did that Slack would not take, in words that say why.</summary>
/// <param name="Where">The method or the part of Slack it concerns.</param>
internal sealed record Fault(DateTimeOffset At, string Where, string Why);
