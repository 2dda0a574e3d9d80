using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Editing;

/// <summary>Under which condition a branch is taken.</summary>
internal static class ConditionModal
{
    public static readonly SlackAction Callback = new("edit.condition.view");

    private static readonly SlackAction Words = new("edit.condition.when");
    private static readonly PlainText Heading = PlainText.Of($"Condition");

    /// <summary>What was filled in.</summary>
    internal sealed record Form(string? When)
    {
        public static Form Of(SlackView view) => new(view.State[nameof(When)].AsText);
    }

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Fetching the condition …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Heading, [new Section(text)]) { Close = PlainText.Of($"Back") };

    /// <param name="first">The first step of the branch.</param>
    public static Modal Render(OnDesk desk, string first) => desk.Copy.Step(first) is not { } step
        ? Say(Mrkdwn.Of($"This branch is not there any more."))
        : new(Callback, Heading,
        [
            new Section(Mrkdwn.Of($"When is this done? *{(UntrustedText)step.Title}*")),
            new Input(PlainText.Of($"If …"), new PlainTextInput(Words)
            {
                InitialValue = Way.Of(desk.Copy.Flow).FirstOrDefault(way => way.First == first)?.When,
                MaxLength = Branch.LongestWhen,
                Placeholder = PlainText.Of($"the customer is on the old plan"),
            }) { BlockId = nameof(Form.When), Optional = true },
        ], PlainText.Of($"Done"))
        {
            Close = PlainText.Of($"Back"),
            PrivateMetadata = ActionKey.Of(desk.Sop.SopId.ToString(), desk.Row.DraftId.ToString(), first).Value,
        };
}
