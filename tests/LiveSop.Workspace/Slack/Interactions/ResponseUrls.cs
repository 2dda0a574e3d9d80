using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>Addresses that answer one interaction: five times within half an hour, without a token.</summary>
internal sealed class ResponseUrls(Ground ground)
{
    private const int Uses = 5;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly Dictionary<string, ResponseUrl> _issued = new(StringComparer.Ordinal);

    /// <param name="kind"><c>commands</c> or <c>actions</c>.</param>
    public ResponseUrl Issue(string kind, Installation app, string user, Conversation place)
    {
        var url = new ResponseUrl($"/{kind}/{app.Workspace.Id}/{_issued.Count + 1}/{ground.Mint.Secret(24)}", app, user, place) { Until = ground.Now + Life };
        _issued[url.Path] = url;
        return url;
    }

    /// <returns>Why it cannot be used, or null where this use was counted.</returns>
    public string? Use(string path, out ResponseUrl? url)
    {
        if (!_issued.TryGetValue(path, out url)) return "invalid_url";
        if (ground.Now > url.Until) return "expired_url";
        return ++url.Used > Uses ? "used_url" : null;
    }
}

/// <summary>One of them.</summary>
internal sealed class ResponseUrl(string path, Installation app, string user, Conversation place)
{
    public string Path { get; } = path;

    public Installation App { get; } = app;

    public string User { get; } = user;

    public Conversation Place { get; } = place;

    public DateTimeOffset Until { get; init; }

    public int Used { get; set; }

    /// <summary>What <c>replace_original</c> and <c>delete_original</c> mean.</summary>
    public string? OriginalTs { get; set; }

    /// <summary>Where an answer goes that stays in the thread.</summary>
    public string? ThreadTs { get; init; }
}
