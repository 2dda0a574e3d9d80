namespace LiveSop.Bot.Slack.Web;

/// <summary>A call of the Web API that failed, after the repetitions that were safe.</summary>
/// <param name="code">Slack's word, such as <c>channel_not_found</c>, or <c>http_502</c> and the like where it gave none.</param>
internal sealed class SlackCallException(SlackMethod method, SlackFailure failure, string code, Exception? cause = null)
    : Exception($"{method} failed: {code}", cause)
{
    public SlackMethod Method { get; } = method;

    public SlackFailure Failure { get; } = failure;

    public string Code { get; } = code;

    /// <summary>Nothing is wrong with the call: Slack is away, or wants to be left alone for a while.</summary>
    public bool IsOutage => Failure is SlackFailure.RetryAfter or SlackFailure.Transient or SlackFailure.Ambiguous or SlackFailure.DeadCredentials;
}
