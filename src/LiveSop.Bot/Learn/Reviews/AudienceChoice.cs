using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>Who may read a procedure, to be chosen, with what that means for channels that not everybody may read.</summary>
internal static class AudienceChoice
{
    private static IReadOnlyList<Option> Offers { get; } =
    [
        new(PlainText.Of($"Who may read all it was mined from"), ActionKey.Of(nameof(SopAudience.Sources))),
        new(PlainText.Of($"Whoever has a role in its space"), ActionKey.Of(nameof(SopAudience.Space))),
        new(PlainText.Of($"Every member of the workspace"), ActionKey.Of(nameof(SopAudience.Workspace))),
    ];

    public static Input Field(SlackAction action, BlockId block, SopAudience now) =>
        new(PlainText.Of($"Who may read it?"), new RadioButtons(action, Offers) { InitialOption = Offers.First(option => option.Value.Value == now.ToString()) }) { BlockId = block };

    /// <summary>As a history or a reply tells it.</summary>
    public static Mrkdwn Words(SopAudience audience) => audience switch
    {
        SopAudience.Workspace => Mrkdwn.Of($"every member of the workspace"),
        SopAudience.Space => Mrkdwn.Of($"whoever has a role in its space"),
        _ => Mrkdwn.Of($"whoever may read all that it was mined from"),
    };

    /// <param name="sources">As whoever reads the warning may see them.</param>
    /// <param name="hidden">How many more there are that they may not see.</param>
    /// <param name="isFromFile">A file that was brought into its space is among them.</param>
    /// <returns>Null where everybody may read all of it.</returns>
    public static Mrkdwn? Warning(IReadOnlyList<ChannelRow> sources, int hidden = 0, bool isFromFile = false)
    {
        var closed = sources.Where(channel => channel.Kind != ChannelKind.Public).Select(channel => Mrkdwn.Of($"{channel.ChannelId}")).ToList();
        if (isFromFile) closed.Add(Mrkdwn.Of($"a file that was brought into its space"));
        if (hidden > 0) closed.Add(hidden == 1 ? Mrkdwn.Of($"a place that you may not read") : Mrkdwn.Of($"{hidden} places that you may not read"));
        return closed.Count == 0 ? null : Mrkdwn.Of(
            $":warning: It was mined from {Mrkdwn.Join(Mrkdwn.Of($", "), closed, 6)}, which not everybody may read. If you show it to more people, they read its title and steps; the messages behind it stay closed to them.");
    }
}
