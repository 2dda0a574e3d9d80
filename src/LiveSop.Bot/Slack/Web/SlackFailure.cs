namespace LiveSop.Bot.Slack.Web;

/// <summary>Why a call did not do what it should, by what can be done about it.</summary>
internal abstract record SlackFailure
{
    private SlackFailure()
    {
    }

    /// <summary>Nothing happened; the same call is welcome after the delay.</summary>
    internal sealed record RetryAfter(TimeSpan Delay) : SlackFailure;

    /// <summary>Slack cannot just now.</summary>
    /// <param name="WasSent">False where no connection was made, and so nothing can have happened.</param>
    internal sealed record Transient(string What, bool WasSent = true) : SlackFailure;

    /// <summary>It may have happened and it may not: look before doing it again.</summary>
    internal sealed record Ambiguous(string What) : SlackFailure;

    /// <summary>The token is no longer good for anything.</summary>
    internal sealed record DeadCredentials : SlackFailure;

    /// <summary>Somebody must change the app or the workspace.</summary>
    /// <param name="Needed">The scope that the method wants; null where scopes are not the matter.</param>
    /// <param name="Provided">The scopes that the token has.</param>
    internal sealed record Configuration(string? Needed, string? Provided) : SlackFailure;

    /// <summary>The channel, person, message or thread is not there for us, or takes nothing any more.</summary>
    internal sealed record TargetGone : SlackFailure;

    /// <summary>What we sent is wrong or too much.</summary>
    /// <param name="Messages">Slack's explanations, which point into what was sent.</param>
    internal sealed record OurFault(IReadOnlyList<string> Messages) : SlackFailure;

    /// <summary>The click, trigger or view is too old, used up, or overtaken by another.</summary>
    internal sealed record StaleInteraction : SlackFailure;

    /// <summary>It is as the call wanted it: a success, and never thrown.</summary>
    internal sealed record AlreadyDone : SlackFailure;

    /// <summary>The workspace's plan allows no more.</summary>
    internal sealed record PlanLimit : SlackFailure;

    internal sealed record Unknown : SlackFailure;
}
