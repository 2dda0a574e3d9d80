using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Learn.Versions;

/// <summary>What changed from one version to another, a line each.</summary>
internal static class DiffCard
{
    private static readonly SlackAction callback = new("version.changes.view");
    private static readonly PlainText title = PlainText.Of($"What changed");

    public static Modal Opening(Slack.Payloads.SlackPayload pressed) => Say(Mrkdwn.Of($"Comparing the versions …"));

    public static Modal Say(Mrkdwn text) => new(callback, title, [new Section(text)]) { Close = PlainText.Of($"Close") };

    public static Modal Modal(VersionDiff diff) => new(callback, title, View.Fit([.. Blocks(diff)])) { Close = PlainText.Of($"Close") };

    public static SlackMessage Message(VersionDiff diff) => diff is VersionDiff.Found found
        ? SlackMessage.Fit(Mrkdwn.Of($"{SopText.Name(found.Sop)}, version {found.From} to {found.To}: {ChangeLines.Summary(found.Changes)}"), [.. Blocks(diff)])
        : SlackMessage.Of(Words(diff));

    private static IEnumerable<Block> Blocks(VersionDiff diff) => diff is VersionDiff.Found found
        ? [new Section(Mrkdwn.Of($"{SopText.Name(found.Sop)}\nFrom version {found.From} to version {found.To}: {ChangeLines.Summary(found.Changes)}")), .. ChangeLines.Of(found.Changes)]
        : [new Section(Words(diff))];

    private static Mrkdwn Words(VersionDiff diff) => diff switch
    {
        VersionDiff.TooFew { Last: 0 } none => Mrkdwn.Of($"{SopText.Name(none.Sop)}\nThere is no version to compare: nobody has approved it yet. `/sop show {none.Sop.Number}` shows the draft."),
        VersionDiff.TooFew one => Mrkdwn.Of($"{SopText.Name(one.Sop)}\nVersion {one.Last} is the only one so far: there is nothing to compare it with."),
        VersionDiff.NoSuchVersion none => Mrkdwn.Of($"{SopText.Name(none.Sop)}\nThere is no version {none.Version}: the versions are 1 to {none.Last}. `/sop history {none.Sop.Number}` tells what each changed."),
        _ => Mrkdwn.Of($"Nothing was compared."),
    };
}
