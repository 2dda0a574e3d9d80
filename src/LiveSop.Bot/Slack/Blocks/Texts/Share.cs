namespace LiveSop.Bot.Slack.Blocks;

/// <summary>Dividing a limit among several texts: the short ones keep all they have, the long ones share the rest evenly.</summary>
internal static class Share
{
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
