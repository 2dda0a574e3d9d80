using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Library;

/// <summary>Short lines about a procedure, the same wherever it is shown.</summary>
internal static class SopText
{
    /// <summary>"*SOP 12* · Reset a password": by this people name it.</summary>
    public static Mrkdwn Name(SopRow sop) => Mrkdwn.Of($"*SOP {sop.Number}* · {(UntrustedText)sop.Title}");

    /// <summary>"in force, version 3", or what it is waiting for.</summary>
    public static Mrkdwn State(SopRow sop, DraftRow? draft = null) => (sop.State, draft?.State) switch
    {
        (SopState.Published, _) => Mrkdwn.Of($"in force, version {sop.Version ?? 1}"),
        (SopState.Retired, _) => Mrkdwn.Of($"out of use"),
        (SopState.Rejected, _) => Mrkdwn.Of($"rejected"),
        (_, DraftState.Waiting) => Mrkdwn.Of($"draft, waiting for review"),
        _ => Mrkdwn.Of($"draft, nobody has reviewed it yet"),
    };

    /// <summary>What is proposed for a version in force: "a draft changed by hand of 12 Sep waits for review".</summary>
    public static Mrkdwn OnTop(DraftRow draft) => draft.State == DraftState.Waiting
        ? Mrkdwn.Of($"a draft {Origin(draft.Kind)} of {draft.CreatedAt:date} waits for review")
        : Mrkdwn.Of($"there is a draft {Origin(draft.Kind)} of {draft.CreatedAt:date}, which nobody was asked to review yet");

    /// <summary>"a draft …": how it came to be.</summary>
    public static string Origin(DraftKind kind) => kind switch
    {
        DraftKind.Revision => "after a changed way of working",
        DraftKind.Edited => "changed by hand",
        DraftKind.Restored => "of an earlier version",
        DraftKind.Imported => "from a page",
        DraftKind.Captured => "saved from a thread",
        _ => "found in your cases",
    };

    public static Mrkdwn Figures(Procedure procedure)
    {
        var facts = new List<Mrkdwn>();
        if (procedure.Cases > 0) facts.Add(Mrkdwn.Of($"{Plainly.Cases(procedure.Cases)}"));
        facts.Add(procedure.Steps.Count == 1 ? Mrkdwn.Of($"1 step") : Mrkdwn.Of($"{procedure.Steps.Count} steps"));
        if (procedure.MedianSeconds is { } seconds) facts.Add(Mrkdwn.Of($"a typical case takes {Plainly.Duration(seconds)}"));
        if (procedure.LastSeen is { } day) facts.Add(Mrkdwn.Of($"last seen {new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero):date}"));
        return Mrkdwn.Join(Mrkdwn.Of($" · "), facts);
    }
}
