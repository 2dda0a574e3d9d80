namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Dividing a limit among several texts: the short ones keep all they have, the long ones share the rest evenly.</summary>
internal static class Share
{
    // Below this a shortened text says nothing any more.
    private const int ShortestWorthReading = 12;

    /// <summary>Texts that stand together: ours as they are, the others shortened to what is left.</summary>
    /// <exception cref="BlockKitException">Ours alone are too long.</exception>
    public static IReadOnlyList<TextObject> Fit(IReadOnlyList<TextObject> texts, int each, int together, string field)
    {
        var ours = Limit.Range(texts.Where(text => text.IsOurs).Sum(text => text.Text.Length), 0, together, field);
        var most = Math.Max(ShortestWorthReading, Each(texts.Where(text => !text.IsOurs).Select(text => text.Text.Length), together - ours));
        return [.. texts.Select(text => text.Within(text.IsOurs ? each : Math.Min(each, most), field))];
    }

    /// <returns>The most that any one may keep, so that all together stay within the limit; 0 or more.</returns>
    public static int Each(IEnumerable<int> lengths, int limit)
    {
        var ascending = lengths.Order().ToList();
        var room = Math.Max(0, limit);
        for (var i = 0; i < ascending.Count; i++)
        {
            var left = ascending.Count - i;
            if ((long)ascending[i] * left > room) return room / left;
            room -= ascending[i];
        }
        return ascending.Count == 0 ? 0 : Math.Max(room, ascending[^1]);
    }
}
