using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Learn.Versions;

/// <summary>Every version with who approved it, when and why, the newest first; then what became no version.</summary>
internal static class HistoryCard
{
    private static readonly SlackAction callback = new("sop.history.view");
    private static readonly PlainText title = PlainText.Of($"History");

    private const int MostEnded = 10;

    public static Modal Opening(Slack.Payloads.SlackPayload pressed) => Say(Mrkdwn.Of($"Fetching the history …"));

    public static Modal Say(Mrkdwn text) => new(callback, title, [new Section(text)]) { Close = PlainText.Of($"Close") };

    /// <param name="mayRestore">Whether whoever reads it may ask for an earlier version again.</param>
    public static Modal Modal(SopHistory history, bool mayRestore) => new(callback, title, View.Fit([.. Blocks(history, mayRestore)])) { Close = PlainText.Of($"Close") };

    /// <inheritdoc cref="Modal"/>
    public static SlackMessage Message(SopHistory history, bool mayRestore) => SlackMessage.Fit(Mrkdwn.Of($"The history of {SopText.Name(history.Sop)}"), [.. Blocks(history, mayRestore)]);

    private static IEnumerable<Block> Blocks(SopHistory history, bool mayRestore)
    {
        yield return new Section(Mrkdwn.Of($"{SopText.Name(history.Sop)}\n{Standing(history)}"));
        foreach (var draft in history.Open) yield return new Context(Mrkdwn.Of($"Open: {SopText.OnTop(draft)}"));
        foreach (var version in history.Versions)
        {
            yield return new Section(Line(history.Sop, version));
            if (Buttons(history.Sop, version, mayRestore).ToList() is { Count: > 0 } buttons) yield return new Actions(buttons);
        }
        if (history.Ended.Count == 0) yield break;
        yield return new Section(Mrkdwn.Of($"*What became no version*"));
        yield return new Context(Mrkdwn.Join(Mrkdwn.Of($"\n"), [.. history.Ended.Select(Ended)], MostEnded));
    }

    private static Mrkdwn Standing(SopHistory history) => history switch
    {
        { Sop.State: SopState.Retired } => Mrkdwn.Of($"Out of use since {history.Sop.UpdatedAt:date}. An earlier version that is restored and approved brings it back."),
        { Versions: [] } => Mrkdwn.Of($"There is no version yet: nobody has approved it."),
        _ => SopText.State(history.Sop),
    };

    private static Mrkdwn Line(SopRow sop, SopVersionRow version)
    {
        var current = sop.Version == version.Version && sop.State == SopState.Published ? Mrkdwn.Of($" · in force") : Mrkdwn.Of($"");
        var changed = version.Summary is { } summary ? Mrkdwn.Of($"{(UntrustedText)summary}") : Mrkdwn.Of($"the first version");
        var why = version.Why is { } words ? Mrkdwn.Of($"\n“{(UntrustedText)words}”") : Mrkdwn.Of($"");
        return Mrkdwn.Of($"*Version {version.Version}*{current} · approved by {version.ApprovedBy} on {version.ApprovedAt:date}\n{changed}{why}");
    }

    private static IEnumerable<IActionElement> Buttons(SopRow sop, SopVersionRow version, bool mayRestore)
    {
        var key = new VersionKey(sop.SopId, version.Version).Key;
        if (version.Version > 1) yield return new Button(VersionActions.Changes, PlainText.Of($"What changed")) { Value = key };
        if (mayRestore && (sop.Version != version.Version || sop.State == SopState.Retired))
            yield return new Button(VersionActions.Restore, PlainText.Of($"Restore")) { Value = key, Confirm = Sure(version) };
    }

    private static Confirm Sure(SopVersionRow version) => new(
        PlainText.Of($"Version {version.Version} again?"), PlainText.Of($"I make a draft of it and ask the approvers. Nothing changes before one of them says yes."), PlainText.Of($"Ask them"), PlainText.Of($"Cancel"));

    private static Mrkdwn Ended(DraftRow draft)
    {
        var how = draft.State == DraftState.Rejected ? Mrkdwn.Of($"Rejected") : Mrkdwn.Of($"Taken back");
        var by = draft.DecidedBy is { } user ? Mrkdwn.Of($" by {user}") : Mrkdwn.Of($"");
        var at = draft.DecidedAt is { } day ? Mrkdwn.Of($" on {day:date}") : Mrkdwn.Of($"");
        var why = draft.DecidedWhy is { } words ? Mrkdwn.Of($": “{(UntrustedText)words}”") : Mrkdwn.Of($"");
        return Mrkdwn.Of($"{how}{by}{at}, a draft {SopText.Origin(draft.Kind)}{why}");
    }
}
