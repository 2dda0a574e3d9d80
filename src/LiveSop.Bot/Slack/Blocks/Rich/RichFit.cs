namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Rich text cut to a length: others' runs first, the longest first; then parts and items of lists from the end, which is said.</summary>
internal static class RichFit
{
    private const int ShortestWorthReading = 12;

    // What is said about the rest.
    private const int RoomForTheRest = 40;

    public static int Length(IEnumerable<RichPart> parts) => parts.Sum(part => part.Runs.Sum(run => run.TextLength));

    /// <exception cref="BlockKitException">All of it is ours, and too long.</exception>
    public static IReadOnlyList<RichPart> Within(IReadOnlyList<RichPart> parts, int max)
    {
        var total = Length(parts);
        if (total <= max) return [.. parts];
        var runs = parts.SelectMany(part => part.Runs).ToList();
        if (runs.All(run => run is RichElement.Run { IsOurs: true })) Limit.Range(total, 1, max, "rich_text.elements");
        var theirs = runs.OfType<RichElement.Run>().Where(run => !run.IsOurs).Select(run => run.Text.Length).ToList();
        var cap = Share.Each(theirs, max - (total - theirs.Sum()));
        return cap >= ShortestWorthReading ? Shortened(parts, cap) : Begun(Shortened(parts, ShortestWorthReading), max - RoomForTheRest);
    }

    private static List<RichPart> Shortened(IReadOnlyList<RichPart> parts, int cap) => [.. parts.Select(part => part.With(run => Cut(run, cap)))];

    private static RichElement Cut(RichElement run, int cap) => run is RichElement.Run { IsOurs: false } theirs ? theirs with { Text = Graphemes.Cut(theirs.Text, cap) } : run;

    private static List<RichPart> Begun(List<RichPart> parts, int room)
    {
        var kept = new List<RichPart>();
        foreach (var part in parts)
        {
            var length = Length([part]);
            if (length > room)
            {
                kept.AddRange(BegunPart(part, room));
                break;
            }
            kept.Add(part);
            room -= length;
        }
        return kept;
    }

    private static IEnumerable<RichPart> BegunPart(RichPart part, int room)
    {
        if (part is not RichPart.Listing list) return [new RichPart.Paragraph([.. Fitting(part.Runs, run => run.TextLength, room), Ours(Graphemes.Ellipsis)])];
        var items = Fitting(list.Items, item => item.Elements.Sum(run => run.TextLength), room);
        var rest = Rich.Paragraph($"… and {list.Items.Count - items.Count} more");
        return items.Count == 0 ? [rest] : [list with { Items = items }, rest];
    }

    private static List<T> Fitting<T>(IEnumerable<T> items, Func<T, int> length, int room) => [.. items.TakeWhile(item => (room -= length(item)) >= 0)];

    private static RichElement.Run Ours(string text) => new(text, IsOurs: true);
}
