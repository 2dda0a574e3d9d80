namespace LiveSop.Domain.Text.Values;

/// <summary>Internet addresses, with or without a prefix length or port.</summary>
internal static class Addresses
{
    public static Value Ip4(ReadOnlySpan<char> rest)
    {
        var length = 0;
        for (var part = 0; part < 4; part++)
        {
            if (part > 0 && (length >= rest.Length || rest[length++] != '.')) return Value.None;
            var digits = Scan.Digits(rest[length..]);
            if (digits is 0 or > 3 || Scan.Parse(rest.Slice(length, digits)) > 255) return Value.None;
            length += digits;
        }
        if (length + 1 < rest.Length && rest[length] is ':' or '/' && char.IsAsciiDigit(rest[length + 1])) length += 1 + Scan.Digits(rest[(length + 1)..]);
        return Scan.AtEdge(rest[length..]) ? new Value(PlaceholderKind.Ip, length) : Value.None;
    }

    /// <summary>Only with a double colon or all eight groups: "10:30:05" is a time.</summary>
    public static Value Ip6(ReadOnlySpan<char> rest)
    {
        int length = 0, colons = 0;
        while (length < rest.Length && (char.IsAsciiHexDigit(rest[length]) || rest[length] == ':'))
            if (rest[length++] == ':') colons++;
        if (colons < 2 || length < 4 || !Scan.AtEdge(rest[length..])) return Value.None;
        return colons == 7 || (colons < 7 && rest[..length].IndexOf("::") >= 0) ? new Value(PlaceholderKind.Ip, length) : Value.None;
    }
}
