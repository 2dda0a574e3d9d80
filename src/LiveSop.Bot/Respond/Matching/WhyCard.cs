using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Matching;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>Why the bot took a request for what it did.</summary>
/// <param name="Found">What it is most like; null where that is nothing, or nothing that they may read.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Threshold">From which on something is shown to everybody; more than 1 where too little is known for that.</param>
/// <param name="Words">Those that spoke most for it.</param>
/// <param name="Reason">Why it was whispered, or nothing was said: a name of <see cref="WhisperReason"/> or <see cref="SilenceReason"/>.</param>
internal sealed record Explanation(Shelved? Found, double Confidence, double Threshold, IReadOnlyList<string> Words, string? Reason, IReadOnlyList<PastCase> Past);

/// <summary>An explanation, for whoever asked.</summary>
internal static class WhyCard
{
    public static SlackMessage Render(Explanation one) => new(Mrkdwn.Of($"Why: {Verdict(one)}"), [.. Blocks(one)]);

    private static IEnumerable<Block> Blocks(Explanation one)
    {
        yield return new Section(Verdict(one));
        if (one.Words.Count > 0) yield return new Context(Mrkdwn.Of($"Words that decided: {Mrkdwn.Join(Mrkdwn.Of($", "), [.. one.Words.Select(word => Mrkdwn.Of($"“{new UntrustedText(word).Fit(40)}”"))])}"));
        if (one.Past.Count > 0) yield return new Context(Mrkdwn.Of($"Cases like it: {Mrkdwn.Join(Mrkdwn.Of($" · "), [.. one.Past.Select(past => Mrkdwn.Of($"{past.Link} {past.Ending}"))], 3)}"));
        yield return new Context(Rule(one));
        if (Silence(one.Reason) is { } silence) yield return new Context(silence);
    }

    private static Mrkdwn Verdict(Explanation one) => one.Found is { } found
        ? Mrkdwn.Of($"I take it for {SopText.Name(found.Sop)}: {MatchCard.Sureness(one.Confidence)}.")
        : Mrkdwn.Of($"I take it for no procedure that I may show you.");

    private static Mrkdwn Rule(Explanation one) => one.Threshold > 1
        ? Mrkdwn.Of($"So far too few cases are known here for me to say anything aloud: 95 of 100 must be right, and I must be sure of that.")
        : Mrkdwn.Of($"I say it aloud from {Plainly.Percent(one.Threshold)} on: of what is as sure as that, at least 95 of 100 were right, unrelated talk included.");

    private static Mrkdwn? Silence(string? reason) => reason switch
    {
        nameof(WhisperReason.Unsure) => Mrkdwn.Of($"I told only those who solve cases here, since I was not sure enough."),
        nameof(WhisperReason.Outsiders) => Mrkdwn.Of($"I told only those who solve cases here, since guests or people of other companies read along."),
        nameof(WhisperReason.NotForAll) => Mrkdwn.Of($"I told only those who may read the procedure; not everybody here may."),
        nameof(WhisperReason.Untried) => Mrkdwn.Of($"I told only those who solve cases here, since the procedure is new."),
        nameof(SilenceReason.NothingAlike) => Mrkdwn.Of($"I said nothing, since nothing I know is enough like it."),
        nameof(SilenceReason.QuietChannel) => Mrkdwn.Of($"I said nothing, since somebody asked me to be quiet in this channel; `/sop speak` undoes that."),
        nameof(SilenceReason.Answered) => Mrkdwn.Of($"I said nothing, since somebody had answered already."),
        nameof(SilenceReason.Late) => Mrkdwn.Of($"I said nothing, since I heard of it too late to be of use."),
        nameof(SilenceReason.Muted) => Mrkdwn.Of($"I said nothing, since people told me three times in a row that a case was none of this procedure."),
        nameof(SilenceReason.Repeated) => Mrkdwn.Of($"I said nothing, since I had shown the same person the same a moment before."),
        nameof(SilenceReason.OverBudget) => Mrkdwn.Of($"I said nothing, since I had shown enough in this channel within the hour."),
        _ => null,
    };
}
