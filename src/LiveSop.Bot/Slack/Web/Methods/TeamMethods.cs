using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <param name="Domain">The first part of its address.</param>
internal sealed record SlackTeam(WorkspaceId Id, string Name, string? Domain);

internal readonly record struct TeamMethods(SlackApi Api)
{
    /// <param name="team">Null for the token's own.</param>
    public async Task<SlackTeam> InfoAsync(WorkspaceId? team = null, CancellationToken cancellation = default)
    {
        var answer = await Api.CallAsync(SlackMethod.TeamInfo, new Form().With("team", team?.Value), cancellation);
        var found = answer.Body.Get("team"u8);
        return found.Workspace("id"u8) is { } id
            ? new SlackTeam(id, found.Words("name"u8) ?? id.Value, found.Words("domain"u8))
            : throw new SlackCallException(SlackMethod.TeamInfo, new SlackFailure.Unknown(), "no_team");
    }
}
