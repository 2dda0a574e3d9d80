namespace LiveSop.Workspace.Slack.Api;

/// <summary>A call that an app made, and what it got.</summary>
/// <param name="AppId">Null where the token was no good.</param>
/// <param name="Args">As they came, nested values as JSON text.</param>
internal sealed record CallRecord(string Method, string? AppId, string? Workspace, Arguments Args, DateTimeOffset At)
{
    /// <summary>HTTP's; 0 where the connection was reset or left hanging instead of an answer.</summary>
    public int Status { get; init; }

    /// <summary>Slack's name for it; null where all went well.</summary>
    public string? Error { get; init; }

    /// <summary>Chaos decided the answer.</summary>
    public bool Troubled { get; init; }

    /// <summary>The work was done, whatever was answered.</summary>
    public bool Done { get; init; }

    public TimeSpan Took { get; init; }
}
