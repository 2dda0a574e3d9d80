using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>What can be done with a draft under review; each carries a <see cref="DraftKey"/>.</summary>
internal static class ReviewActions
{
    public static readonly SlackAction Approve = new("review.approve");
    public static readonly SlackAction Edit = new("review.edit");
    public static readonly SlackAction Reject = new("review.reject");
}
