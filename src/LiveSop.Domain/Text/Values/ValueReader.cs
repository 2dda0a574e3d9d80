namespace LiveSop.Domain.Text.Values;

/// <summary>A value recognised at the start of a span; length 0 means none.</summary>
internal readonly record struct Value(PlaceholderKind Kind, int Length)
{
    public static Value None => default;

    /// <summary>This value, or, when there is none, the other: recognisers stand in order of certainty.</summary>
    public Value Or(Value other) => Length > 0 ? this : other;
}

/// <summary>Looks at the places where a value may begin, and asks the recognisers that its first character allows.</summary>
internal static class ValueReader
{
    public static Value At(string text, int at)
    {
        var first = text[at];
        if (char.IsAsciiLetter(first)) return FromLetter(text, at);
        if (char.IsWhiteSpace(first)) return Value.None;
        var rest = text.AsSpan(at);
        if (char.IsAsciiDigit(first)) return ContinuesWord(text, at) ? Times.Read(rest) : FromDigit(rest);
        return first switch
        {
            '`' => Links.Code(rest),
            '@' => Mentions.Person(rest, at == 0 ? ' ' : text[at - 1]),
            '#' => Mentions.ChannelOrId(rest),
            '$' or '€' or '£' or '¥' => Amounts.AfterSymbol(rest),
            '+' or '(' => Phones.Read(rest),
            '/' or '~' => Links.Path(rest),
            '-' => Secrets.PrivateKey(rest),
            ':' => Addresses.Ip6(rest),
            _ => Value.None,
        };
    }

    /// <summary>A value begins only at the beginning of a word, so a word without one is left behind whole.</summary>
    public static int NextStart(string text, int at)
    {
        var first = text[at++];
        if (!char.IsLetterOrDigit(first)) return at;
        while (at < text.Length && IsInsideWord(text, at)) at++;
        return at;
    }

    private static bool IsInsideWord(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || (text[at] is '_' or '\'' or '’' && char.IsLetterOrDigit(text[at - 1]))
        || (text[at] == '/' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]));

    /// <summary>The 8 of "UTF-8" and the 3 of "v2.3" are parts of names.</summary>
    private static bool ContinuesWord(string text, int at) =>
        at > 1 && text[at - 1] is '-' or '/' or '.' && char.IsLetter(text[at - 2]);

    private static Value FromLetter(string text, int at)
    {
        var rest = text.AsSpan(at);
        var letters = Scan.Letters(rest);
        if (Scan.EndsWord(rest[letters..]))
            return Secrets.AfterKeyword(rest, letters).Or(Dates.FromWord(rest, letters)).Or(Amounts.AfterCode(rest, letters));
        var chunk = Scan.Chunk(rest);
        return Links.Read(rest, chunk)
            .Or(Secrets.Read(rest, chunk))
            .Or(Secrets.AfterKeyword(rest, letters))
            .Or(Addresses.Ip6(rest))
            .Or(Identifiers.Read(rest, chunk))
            .Or(Dates.FromWord(rest, letters))
            .Or(Amounts.AfterCode(rest, letters));
    }

    private static Value FromDigit(ReadOnlySpan<char> rest)
    {
        var chunk = Scan.Chunk(rest);
        return Addresses.Ip4(rest)
            .Or(Dates.FromDigit(rest))
            .Or(Times.Read(rest))
            .Or(Links.Read(rest, chunk))
            .Or(Addresses.Ip6(rest))
            .Or(Phones.Read(rest))
            .Or(Amounts.BeforeUnit(rest))
            .Or(Identifiers.Read(rest, chunk))
            .Or(Amounts.Number(rest));
    }
}
