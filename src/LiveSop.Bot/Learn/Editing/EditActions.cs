using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>What can be pressed while editing. The draft stands in the modal's metadata.</summary>
internal static class EditActions
{
    public static readonly SlackAction Step = new("edit.step");
    public static readonly SlackAction Add = new("edit.add");
    public static readonly SlackAction Condition = new("edit.condition");
    public static readonly SlackAction Page = new("edit.page");
    public static readonly SlackAction Discard = new("edit.discard");
}
