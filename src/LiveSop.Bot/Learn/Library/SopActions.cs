using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Learn.Library;

/// <summary>What can be done with a procedure wherever it is shown. Each carries the procedure's id, which is no permission.</summary>
internal static class SopActions
{
    public static readonly SlackAction Open = new("sop.open");
    public static readonly SlackAction Evidence = new("sop.evidence");
    public static readonly SlackAction Edit = new("sop.edit");
    public static readonly SlackAction AskForReview = new("sop.ask_for_review");
}
