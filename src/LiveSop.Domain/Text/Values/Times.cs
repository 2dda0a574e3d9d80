namespace LiveSop.Domain.Text.Values;

/// <summary>Times of day: 14:30, 2:30 p.m., 3pm.</summary>
internal static class Times
{
    private static readonly string[] Halves = ["a.m.", "p.m.", "a.m", "p.m", "am", "pm"];

    public static Value Read(ReadOnlySpan<char> rest)
    {
        var hours = Scan.Digits(rest);
        if (hours > 2 || Scan.Parse(rest[..hours]) > 24) return Value.None;
        var clock = Minutes(rest, hours);
        var length = Math.Max(clock, hours);
        var half = Half(rest[length..]);
        if (half == 0 && clock == 0) return Value.None;
        return Scan.AtEdge(rest[(length + half)..]) ? new Value(PlaceholderKind.Time, length + half) : Value.None;
    }

    /// <summary>Past <c>:30</c> and <c>:30:05</c>, or 0 when there are no minutes.</summary>
    private static int Minutes(ReadOnlySpan<char> rest, int at)
    {
        var length = 0;
        for (var part = 0; part < 2; part++)
        {
            if (at >= rest.Length || rest[at] != ':' || Scan.Digits(rest[(at + 1)..]) != 2) break;
            length = at += 3;
        }
        return length;
    }

    private static int Half(ReadOnlySpan<char> rest)
    {
        var spaces = Math.Min(1, Scan.Spaces(rest));
        foreach (var half in Halves)
            if (rest[spaces..].StartsWith(half, StringComparison.OrdinalIgnoreCase) && Scan.AtEdge(rest[(spaces + half.Length)..]))
                return spaces + half.Length;
        return 0;
    }
}
