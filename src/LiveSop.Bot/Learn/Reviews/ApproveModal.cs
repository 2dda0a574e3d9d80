using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>The last look before a draft becomes a version: how it fits a real case, who will see it, why.</summary>
internal static class ApproveModal
{
    public static readonly SlackAction Callback = new("review.approve.view");

    private static readonly SlackAction Choice = new("review.approve.audience");
    private static readonly SlackAction Words = new("review.approve.why");
    private static readonly PlainText Title = PlainText.Of($"Approve");

    private const int LongestWhy = 300;

    /// <summary>What was filled in.</summary>
    internal sealed record Form(SopAudience? Audience, string? Why)
    {
        public static Form Of(SlackView view) => new(
            Enum.TryParse<SopAudience>(view.State[nameof(Audience)].AsText, out var audience) ? audience : null,
            view.State[nameof(Why)].AsText is { } why && !string.IsNullOrWhiteSpace(why) ? why.Trim() : null);
    }

    public static Modal Opening(SlackPayload pressed) => Say(Mrkdwn.Of($"Fetching the draft …"));

    public static Modal Saving() => Say(Mrkdwn.Of($"Putting it in force …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Title, [new Section(text)]) { Close = PlainText.Of($"Close") };

    public static Modal Render(UnderReview one, PastCase? past) => new(Callback, Title, View.Fit(
    [
        new Header(PlainText.Of($"{one.Procedure.Title}")),
        .. past?.Blocks(one.Procedure) ?? [],
        new Divider(),
        .. AudienceChoice.Warning(one.Sources, isFromFile: one.IsFromFile) is { } warning ? [new Section(warning)] : Array.Empty<Block>(),
        AudienceChoice.Field(Choice, nameof(Form.Audience), one.Sop.Audience),
        new Input(PlainText.Of($"Why? (others read it in the history)"), new PlainTextInput(Words) { Multiline = true, MaxLength = LongestWhy }) { BlockId = nameof(Form.Why), Optional = true },
    ]), PlainText.Of($"Put in force"))
    {
        Close = PlainText.Of($"Cancel"),
        PrivateMetadata = one.Key.ToString(),
    };
}
