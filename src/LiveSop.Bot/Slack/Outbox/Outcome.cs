using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>What became of an attempt to tell Slack something.</summary>
internal abstract record Outcome
{
    private Outcome() { }

    /// <param name="At">Where the message stands, where there is one.</param>
    public sealed record Done(PostedAt? At = null) : Outcome;

    /// <summary>Surely not done; to be tried again after a while.</summary>
    /// <param name="Counts">Against the number of attempts. Being told to wait does not.</param>
    public sealed record NotYet(TimeSpan Wait, string Reason, bool Counts = true) : Outcome;

    /// <summary>Done or not, nobody knows: Slack must be asked before it is tried again.</summary>
    public sealed record Unsure(string Reason) : Outcome;

    /// <summary>Surely not done, and no use in trying.</summary>
    public sealed record Never(string Reason) : Outcome;
}
