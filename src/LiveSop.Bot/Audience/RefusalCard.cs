using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Audience;

/// <summary>Why somebody may not do something: what, which rule, who can, what next. Shown to that person only.</summary>
internal static class RefusalCard
{
    private const int MostNamed = 5;

    /// <param name="space">Its name; people's text.</param>
    /// <param name="able">Who may do it.</param>
    public static Mrkdwn Words(Clearance.Refused refused, UntrustedText space, IReadOnlyList<UserId> able) => refused.IsKnown
        ? Mrkdwn.Of($"{What(refused.Deed)} in the space “{space}” is for its {Plural(refused.Needed)}, and {Has(refused.Has)}. {Next(able)}")
        : Stranger;

    /// <summary>For who came a moment ago, or before whom the bot did.</summary>
    public static Mrkdwn Stranger => Mrkdwn.Of($"I do not know you yet: I am still reading who is in this workspace, which takes a moment after I come. Please try again in a minute.");

    public static Mrkdwn What(Deed deed) => deed switch
    {
        Deed.Read => Mrkdwn.Of($"Reading procedures"),
        Deed.Export => Mrkdwn.Of($"Exporting procedures"),
        Deed.AskForReview => Mrkdwn.Of($"Asking for a review"),
        Deed.Respond => Mrkdwn.Of($"Working on cases"),
        Deed.Edit => Mrkdwn.Of($"Editing procedures"),
        Deed.Import => Mrkdwn.Of($"Bringing pages and files"),
        Deed.Decide => Mrkdwn.Of($"Approving and rejecting"),
        Deed.Widen => Mrkdwn.Of($"Showing procedures to more people"),
        Deed.Retire => Mrkdwn.Of($"Taking procedures out of use"),
        Deed.Configure => Mrkdwn.Of($"Changing settings"),
        _ => Mrkdwn.Of($"Erasing what I know"),
    };

    public static string Plural(Role role) => role switch
    {
        Role.Viewer => "viewers",
        Role.Responder => "responders",
        Role.Editor => "editors",
        Role.Approver => "approvers",
        _ => "admins",
    };

    private static Mrkdwn Has(Role? role) => role switch
    {
        null => Mrkdwn.Of($"you have no role there"),
        { } one => Mrkdwn.Of($"you are a {one.ToString().ToLowerInvariant()} there"),
    };

    private static Mrkdwn Next(IReadOnlyList<UserId> able) => able.Count == 0
        ? Mrkdwn.Of($"Nobody has that role yet; an owner or admin of the workspace can give it with `/sop settings`.")
        : Mrkdwn.Of($"Ask {Mrkdwn.Join(Mrkdwn.Of($", "), [.. able.Select(one => Mrkdwn.Of($"{one}"))], MostNamed)} to do it, or to give you the role with `/sop settings`.");
}
