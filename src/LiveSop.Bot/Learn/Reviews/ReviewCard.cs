using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>A draft before those who decide: when it applies, its steps or what it changes, where the evidence is weakest, who will see it, what approval does.</summary>
internal static class ReviewCard
{
    public static SlackMessage Render(UnderReview one) => SlackMessage.Fit(Mrkdwn.Of($"Please decide: {SopText.Name(one.Sop)}"),
    [
        .. Content(one),
        new Actions(
        [
            new Button(ReviewActions.Approve, PlainText.Of($"Approve")) { Value = one.Key.Key, Style = ButtonStyle.Primary },
            new Button(ReviewActions.Edit, PlainText.Of($"Edit")) { Value = one.Key.Key },
            new Button(ReviewActions.Reject, PlainText.Of($"Reject")) { Value = one.Key.Key, Style = ButtonStyle.Danger },
            new Button(SopActions.Evidence, PlainText.Of($"Evidence")) { Value = ActionKey.Of(one.Sop.SopId.ToString()) },
        ]),
    ]);

    /// <summary>When it is over: who decided what, and no buttons.</summary>
    public static SlackMessage Decided(UnderReview one) => SlackMessage.Of(Verdict(one));

    private static Mrkdwn Verdict(UnderReview one)
    {
        var why = one.Draft.DecidedWhy is { } words ? Mrkdwn.Of($": “{(UntrustedText)words}”") : Mrkdwn.Of($"");
        return (one.Draft.State, one.Draft.DecidedBy) switch
        {
            (DraftState.Approved, { } by) => Mrkdwn.Of($"{SopText.Name(one.Sop)}\n*Approved* by {by}{why}. Version {one.Sop.Version ?? 1} is in force."),
            (DraftState.Rejected, { } by) => Mrkdwn.Of($"{SopText.Name(one.Sop)}\n*Rejected* by {by}{why}. I will not propose the same again."),
            (DraftState.Withdrawn, { } by) => Mrkdwn.Of($"{SopText.Name(one.Sop)}\nThis draft was taken back by {by}{why}. Nothing is to be decided any more."),
            _ => Mrkdwn.Of($"{SopText.Name(one.Sop)}\nThis draft was taken back: another version came into force, or what it was made from is gone. Nothing is to be decided any more."),
        };
    }

    private static IEnumerable<Block> Content(UnderReview one)
    {
        yield return new Header(PlainText.Of($"{Kind(one)}: {one.Procedure.Title}"));
        yield return new Context(Mrkdwn.Of($"SOP {one.Sop.Number} · {SopText.Figures(one.Procedure)}"));
        if (one.Draft.Reason is { } reason) yield return Section.Plain(PlainText.Of($"{reason}"));
        if (one.Before is { } before)
        {
            yield return new Section(Mrkdwn.Of($"*What would change* against version {one.Draft.BaseVersion ?? 1}"));
            foreach (var block in ChangeLines.Of(Changes.Between(before, one.Procedure))) yield return block;
        }
        else
        {
            yield return Section.Plain(PlainText.Of($"{one.Procedure.Trigger}"));
            foreach (var block in ProcedureLines.Of(one.Procedure)) yield return block;
        }
        yield return new Divider();
        yield return new Context(Mrkdwn.Join(Mrkdwn.Of($"\n"), [Weakest(one.Procedure), Audience(one), Enables(one)]));
    }

    /// <summary>Where it comes from, in a few words.</summary>
    public static string Kind(UnderReview one) => one.Draft.Kind switch
    {
        DraftKind.Revision => "Your team works differently now",
        DraftKind.Edited => "Changed by hand",
        DraftKind.Restored => "An earlier version again",
        DraftKind.Imported => "A page to check",
        DraftKind.Captured => "Saved from one thread",
        _ => "Found in how you work",
    };

    private static Mrkdwn Weakest(Procedure procedure)
    {
        var weakest = procedure.Steps.Where(step => step.Support.Of > 1).OrderBy(step => step.Support.Share).ThenBy(step => step.Id, StringComparer.Ordinal).FirstOrDefault();
        return weakest switch
        {
            null when procedure.Cases == 1 => Mrkdwn.Of($"*Weakest evidence:* all of it rests on a single case."),
            null => Mrkdwn.Of($"*Weakest evidence:* nothing was counted; it was written by hand."),
            { Support.Cases: 0 } => Mrkdwn.Of($"*Weakest evidence:* “{(UntrustedText)weakest.Title}” was added by hand and seen in no case yet."),
            _ => Mrkdwn.Of($"*Weakest evidence:* “{(UntrustedText)weakest.Title}”, seen in {Plainly.Cases(weakest.Support)}."),
        };
    }

    public static Mrkdwn Audience(UnderReview one) => one.Sop.Audience switch
    {
        SopAudience.Workspace => Mrkdwn.Of($"*Who sees it:* every member of the workspace; its evidence only those who may read where it was said."),
        SopAudience.Space => Mrkdwn.Of($"*Who sees it:* whoever has a role in its space; its evidence only those who may read where it was said."),
        _ when one.Sources.Count == 0 => Mrkdwn.Of($"*Who sees it:* whoever has a role in its space."),
        _ => Mrkdwn.Of($"*Who sees it:* whoever may read all of {Mrkdwn.Join(Mrkdwn.Of($", "), [.. one.Sources.Select(channel => Mrkdwn.Of($"{channel.ChannelId}"))], 6)}, until somebody shows it to more people."),
    };

    private static Mrkdwn Enables(UnderReview one) => one switch
    {
        { Before: null } => Mrkdwn.Of($"*Approval* puts version 1 in force: people find it, and I watch whether your cases still follow it. Nothing is done by itself."),
        { Sop.State: SopState.Retired } => Mrkdwn.Of($"*Approval* brings the procedure back into use, as its next version. Now it is out of use, and nobody finds it."),
        _ => Mrkdwn.Of($"*Approval* puts the next version in force in place of version {one.Sop.Version ?? 1}, which stays in the history."),
    };
}
