using System.Collections.Frozen;

namespace LiveSop.Domain.Text.Values;

/// <summary>Money and plain numbers.</summary>
internal static class Amounts
{
    private const int LongestNumber = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Codes = Words.Set("usd eur gbp chf jpy cad aud inr");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Words.Set(
        "usd eur gbp chf jpy cad aud inr dollar dollars euro euros pound pounds cent cents bucks rupees");

    public static Value AfterSymbol(ReadOnlySpan<char> rest)
    {
        var at = 1 + Scan.Spaces(rest[1..]);
        var figure = Figure(rest[at..]);
        return figure == 0 ? Value.None : new Value(PlaceholderKind.Money, at + figure);
    }

    /// <summary>EUR 20. A code in lower case before a number is too likely to be a word.</summary>
    public static Value AfterCode(ReadOnlySpan<char> rest, int letters)
    {
        if (letters != 3 || !char.IsAsciiLetterUpper(rest[0]) || !Codes.Contains(rest[..3])) return Value.None;
        var spaces = Scan.Spaces(rest[3..]);
        var figure = Figure(rest[(3 + spaces)..]);
        return figure == 0 ? Value.None : new Value(PlaceholderKind.Money, 3 + spaces + figure);
    }

    /// <summary>20 EUR, 20€, 15 dollars.</summary>
    public static Value BeforeUnit(ReadOnlySpan<char> rest)
    {
        var at = Figure(rest);
        at += Scan.Spaces(rest[at..]);
        if (at >= rest.Length) return Value.None;
        if (rest[at] is '$' or '€' or '£' or '¥') return new Value(PlaceholderKind.Money, at + 1);
        var letters = Scan.Letters(rest[at..]);
        return letters > 2 && Units.Contains(rest.Slice(at, letters)) ? new Value(PlaceholderKind.Money, at + letters) : Value.None;
    }

    /// <summary>A number, or an id where it has more digits than people count with. Of "30GB" only the 30.</summary>
    public static Value Number(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("24/7")) return Value.None;
        var figure = Figure(rest);
        var plain = Scan.Digits(rest) == figure;
        if (plain && figure > LongestNumber) return new Value(PlaceholderKind.Id, figure);
        return new Value(PlaceholderKind.Number, figure);
    }

    /// <summary>1, 1.5, 1,000.00, 1/2, 2.3.1.</summary>
    private static int Figure(ReadOnlySpan<char> rest)
    {
        var length = Scan.Digits(rest);
        while (length > 0 && length + 1 < rest.Length && rest[length] is '.' or ',' or '/' && char.IsAsciiDigit(rest[length + 1]))
            length += 1 + Scan.Digits(rest[(length + 1)..]);
        return length;
    }
}
