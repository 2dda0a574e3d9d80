using LiveSop.Bot.Slack.Blocks;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Bot.Learn.Library;

/// <summary>What two versions differ in, readable in Slack: a line each, added, removed, moved, reworded.</summary>
internal static class ChangeLines
{
    private const int LinesAtOnce = 10;

    public static IEnumerable<Block> Of(IReadOnlyList<Change> changes) => changes.Count == 0
        ? [new Section(Mrkdwn.Of($"Nothing: both say the same."))]
        : changes.Chunk(LinesAtOnce).Select(chunk => new RichText(Rich.Bullets(chunk.Select(Line))));

    /// <summary>In one sentence, for a list.</summary>
    public static string Summary(IReadOnlyList<Change> changes)
    {
        var parts = new[]
        {
            Count(changes.Count(one => one is Change.Added), "step added", "steps added"), Count(changes.Count(one => one is Change.Removed), "step removed", "steps removed"),
            Count(changes.Count(one => one is Change.Moved), "step moved", "steps moved"), Count(changes.Count(one => one is Change.Reworded), "step reworded", "steps reworded"),
            Count(changes.Count(one => one is not (Change.Added or Change.Removed or Change.Moved or Change.Reworded)), "other change", "other changes"),
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "nothing changed" : string.Join(", ", parts);
    }

    private static string? Count(int n, string one, string many) => n == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{n} {(n == 1 ? one : many)}");

    private static RichLine Line(Change change) => change switch
    {
        Change.Retitled one => RichLine.Of($"Called {Text(one.After):bold}, before {Text(one.Before):strike}"),
        Change.TriggerChanged one => RichLine.Of($"It applies: {Text(one.After)}\nbefore: {Text(one.Before):strike}"),
        Change.Added { Behind: { } behind } one => RichLine.Of($"Added: {Text(one.Step.Title):bold}, after {Text(behind):italic}"),
        Change.Added one => RichLine.Of($"Added: {Text(one.Step.Title):bold}, at the beginning"),
        Change.Removed one => RichLine.Of($"Removed: {Text(one.Step.Title):strike}"),
        Change.Moved { Behind: { } behind } one => RichLine.Of($"Moved: {Text(one.Step.Title):bold} now comes after {Text(behind):italic}"),
        Change.Moved one => RichLine.Of($"Moved: {Text(one.Step.Title):bold} now comes first"),
        Change.Reworded one => RichLine.Of($"Reworded: {Text(one.Before):strike} → {Text(one.After):bold}"),
        Change.OwnerChanged { After: { } owner } one => RichLine.Of($"{Text(one.Step.Title):bold} is done by {Text(owner):italic} now"),
        Change.OwnerChanged one => RichLine.Of($"{Text(one.Step.Title):bold} is done by anybody now"),
        Change.OptionalChanged { Step.Optional: true } one => RichLine.Of($"{Text(one.Step.Title):bold} is done only if needed now"),
        Change.OptionalChanged one => RichLine.Of($"{Text(one.Step.Title):bold} is done always now"),
        _ => RichLine.Of($"{Text(change.Say())}"),
    };

    private static UntrustedText Text(string text) => text;
}
