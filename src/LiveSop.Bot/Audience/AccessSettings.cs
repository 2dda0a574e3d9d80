using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Audience;

/// <summary>Section <c>Access</c>.</summary>
internal sealed record AccessSettings
{
    /// <summary>Ids of people, <c>U…</c>, who are admins beside the workspace's own owners and admins.</summary>
    public IReadOnlyList<string> Admins { get; init; } = [];

    public bool IsAdmin(UserId user) => Admins.Contains(user.Value, StringComparer.Ordinal);
}
