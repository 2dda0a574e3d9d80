using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>Asks why, since I learn from it. It is whole when it opens: nothing has to be fetched.</summary>
internal static class RejectModal
{
    public static readonly SlackAction Callback = new("review.reject.view");

    private static readonly SlackAction Choice = new("review.reject.reason");
    private static readonly SlackAction Words = new("review.reject.words");
    private static readonly PlainText Title = PlainText.Of($"Reject");

    private const int LongestWords = 300;

    /// <summary>What was filled in.</summary>
    internal sealed record Form(string Reason, string? Words)
    {
        public static Form Of(SlackView view) => new(view.State[nameof(Reason)].AsText ?? "Other", view.State[nameof(Words)].AsText is { } words && !string.IsNullOrWhiteSpace(words) ? words.Trim() : null);

        /// <summary>As the history tells it.</summary>
        public string Why => Words is null ? Reason : $"{Reason}: {Words}";
    }

    private static readonly PlainText[] reasons =
    [
        PlainText.Of($"We do not work like this"), PlainText.Of($"It is no procedure, only talk"), PlainText.Of($"It is written down elsewhere"), PlainText.Of($"Too small to write down"), PlainText.Of($"Other"),
    ];

    /// <returns>Null where the press carries no draft.</returns>
    public static Modal? Opening(SlackPayload pressed)
    {
        var action = (pressed as SlackPayload.BlockActions)?.Actions.FirstOrDefault(one => ReviewActions.Reject.Is(one.ActionId));
        return DraftKey.Of(action?.Value.AsText) is { } key ? Render(key) : null;
    }

    public static Modal Render(DraftKey key) => new(Callback, Title,
    [
        new Input(PlainText.Of($"Why?"), new RadioButtons(Choice, Reasons) { InitialOption = Reasons[0] }) { BlockId = nameof(Form.Reason) },
        new Input(PlainText.Of($"In your words"), new PlainTextInput(Words) { Multiline = true, MaxLength = LongestWords }) { BlockId = nameof(Form.Words), Optional = true },
        new Context(Mrkdwn.Of($"The same draft will not come back. Those who were asked see your reason.")),
    ], PlainText.Of($"Reject"))
    {
        Close = PlainText.Of($"Cancel"),
        PrivateMetadata = key.ToString(),
    };

    public static Modal Saving() => Say(Mrkdwn.Of($"Rejecting …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Title, [new Section(text)]) { Close = PlainText.Of($"Close") };

    private static IReadOnlyList<Option> Reasons { get; } = [.. reasons.Select(reason => new Option(reason, ActionKey.Of(reason.Text)))];
}
