using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Digests;

namespace LiveSop.Bot.Digest;

/// <summary>Whether somebody's digest comes, and at which hour.</summary>
internal static class DigestModal
{
    public static readonly SlackAction Callback = new("digest.view");

    private static readonly SlackAction Wish = new("digest.wish");
    private static readonly SlackAction Clock = new("digest.hour");
    private static readonly PlainText Title = PlainText.Of($"Your digest");
    private static readonly Option on = new(PlainText.Of($"Send it to me on weekdays"), ActionKey.Of("on"));
    private static readonly Option off = new(PlainText.Of($"Do not send it"), ActionKey.Of("off"));

    /// <summary>What was filled in.</summary>
    internal sealed record Form(bool Wants, TimeOnly At)
    {
        public static Form Of(SlackView view) => new(view.State[nameof(Wants)].AsText != "off", view.State[nameof(At)] is InputValue.Time { Value: var at } ? at : DigestTime.Usual);
    }

    public static Modal Opening(SlackPayload asked) => Say(Mrkdwn.Of($"Fetching your choice …"));

    public static Modal Saving() => Say(Mrkdwn.Of($"Keeping your choice …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Title, [new Section(text)]) { Close = PlainText.Of($"Close") };

    public static Modal Render(DigestSetting setting) => new(Callback, Title,
    [
        new Section(Mrkdwn.Of($"Once a day I tell you what waits for your decision, what changed, which requests nobody has answered, and what comes again and again without a procedure.")),
        new Input(PlainText.Of($"The digest"), new RadioButtons(Wish, [on, off]) { InitialOption = setting.IsOn ? on : off }) { BlockId = nameof(Form.Wants) },
        new Input(PlainText.Of($"At"), new TimePicker(Clock) { InitialTime = setting.Time.At }) { BlockId = nameof(Form.At) },
        new Context(Mrkdwn.Of($"By the clock of your Slack profile: {setting.Time.Zone.Id}. On days without news I keep quiet.")),
    ], PlainText.Of($"Save"))
    {
        Close = PlainText.Of($"Cancel"),
    };

    public static Modal Kept(DigestSetting setting) => Say(setting.IsOn
        ? Mrkdwn.Of($"*Kept.* Your digest comes on weekdays at {setting.Hour} by your clock. `/sop digest` changes it again.")
        : Mrkdwn.Of($"*Kept.* No digest comes any more. `/sop digest` brings it back."));
}
