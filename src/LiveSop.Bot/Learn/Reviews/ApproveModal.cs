using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
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
        .. one.IsFromClosed ? [new Section(Warning(one))] : Array.Empty<Block>(),
        new Input(PlainText.Of($"Who may read it?"), new RadioButtons(Choice, Audiences) { InitialOption = Audiences.First(option => option.Value.Value == one.Sop.Audience.ToString()) }) { BlockId = nameof(Form.Audience) },
        new Input(PlainText.Of($"Why? (others read it in the history)"), new PlainTextInput(Words) { Multiline = true, MaxLength = LongestWhy }) { BlockId = nameof(Form.Why), Optional = true },
    ]), PlainText.Of($"Put in force"))
    {
        Close = PlainText.Of($"Cancel"),
        PrivateMetadata = one.Key.ToString(),
    };

    private static IReadOnlyList<Option> Audiences { get; } =
    [
        new(PlainText.Of($"Who may read all it was mined from"), ActionKey.Of(nameof(SopAudience.Sources))),
        new(PlainText.Of($"Whoever has a role in its space"), ActionKey.Of(nameof(SopAudience.Space))),
        new(PlainText.Of($"Every member of the workspace"), ActionKey.Of(nameof(SopAudience.Workspace))),
    ];

    private static Mrkdwn Warning(UnderReview one) => one.IsFromFile
        ? Mrkdwn.Of($":warning: It was mined from a file that was brought into its space. If you show it to more people than that space, they read its title and steps.")
        : Mrkdwn.Of($":warning: It was mined from {Mrkdwn.Join(Mrkdwn.Of($", "), [.. one.Sources.Where(channel => channel.Kind != ChannelKind.Public).Select(channel => Mrkdwn.Of($"{channel.ChannelId}"))], 6)}, which not everybody may read. If you show it to more people, they read its title and steps; the messages behind it stay closed to them.");
}
