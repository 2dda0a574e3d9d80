using LiveSop.Workspace.Slack.Apps;

namespace LiveSop.Workspace.Slack.Talk;

/// <summary>A post that waits.</summary>
/// <param name="At">Unix seconds.</param>
internal sealed record ScheduledPost(string Id, Installation App, Conversation Place, long At, string Text);
