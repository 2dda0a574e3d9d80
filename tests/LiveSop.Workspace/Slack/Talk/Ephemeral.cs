namespace LiveSop.Workspace.Slack.Talk;

/// <summary>A message that one person sees in a conversation. It is stored nowhere else and cannot be read by the Web API.</summary>
internal sealed record Ephemeral(Conversation Place, string User, Message Message);
