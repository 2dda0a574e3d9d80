using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>Whom a bot token belongs to and what it may do.</summary>
/// <param name="Scopes">Granted scopes; empty where Slack did not say.</param>
internal sealed record Installation(WorkspaceId Workspace, Self Self, IReadOnlyList<string> Scopes)
{
    public string? WorkspaceName { get; init; }

    /// <summary>The workspace's own address.</summary>
    public string? Url { get; init; }

    /// <summary>Installed for a whole organisation, which this bot does not support.</summary>
    public bool IsOrganisation { get; init; }

    /// <summary>When Slack said so, by its own clock, in whole seconds; null where it gave no time.</summary>
    public DateTimeOffset? ToldAt { get; init; }
}

internal readonly record struct AuthMethods(SlackApi Api)
{
    public async Task<Installation> TestAsync(CancellationToken cancellation = default)
    {
        var answer = await Api.CallAsync(SlackMethod.AuthTest, Form.Empty, cancellation);
        var body = answer.Body;
        if (body.Workspace("team_id"u8) is not { } workspace || body.User("user_id"u8) is not { } user)
            throw new SlackCallException(SlackMethod.AuthTest, new SlackFailure.Unknown(), "no_identity");
        return new Installation(workspace, new Self(user, body.Id("bot_id"u8), body.Id("app_id"u8)), answer.Scopes)
        {
            WorkspaceName = body.Words("team"u8),
            Url = body.Words("url"u8),
            IsOrganisation = body.Flag("is_enterprise_install"u8),
            ToldAt = answer.SentAt,
        };
    }
}
