namespace LiveSop.Bot.Slack.Inbox;

/// <summary>An envelope on its way into the inbox.</summary>
/// <param name="Key">What it is told from others by: a second with the same key is the same.</param>
/// <param name="Lane">What is handled in order: its channel, else its person, else its workspace.</param>
/// <param name="Kind">The envelope's type, in Slack's word.</param>
/// <param name="Frame">The envelope as it came, UTF-8.</param>
/// <param name="Expires">When nobody waits for an answer any more; null where Slack delivers again until it is acknowledged.</param>
internal sealed record Arrival(WorkspaceId Workspace, string Key, string Lane, string Kind, ReadOnlyMemory<byte> Frame, DateTimeOffset? Expires);
