using System.Collections.Frozen;

namespace LiveSop.Domain.Text.Values;

/// <summary>Calendar days: 2024-05-12, 12/05/2024, 12.05.2024, 12th of May 2024, May 12, Monday.</summary>
internal static class Dates
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = Words.Set(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Weekdays = Words.Set(
        "monday tuesday wednesday thursday friday saturday sunday");

    public static Value FromDigit(ReadOnlySpan<char> rest)
    {
        var digits = Scan.Digits(rest);
        if (digits > 4) return Value.None;
        var length = Numeric(rest, digits);
        if (length == 0 && digits <= 2) length = DayThenMonth(rest, digits);
        return length == 0 ? Value.None : new Value(PlaceholderKind.Date, length);
    }

    public static Value FromWord(ReadOnlySpan<char> rest, int letters)
    {
        if (letters is < 3 or > 9) return Value.None;
        var word = rest[..letters];
        if (Weekdays.Contains(word)) return new Value(PlaceholderKind.Date, letters + AfterWeekday(rest[letters..]));
        var more = Months.Contains(word) ? MonthThenDay(rest[letters..]) : 0;
        return more == 0 ? Value.None : new Value(PlaceholderKind.Date, letters + more);
    }

    private static int Numeric(ReadOnlySpan<char> rest, int first)
    {
        if (first == 3 || first >= rest.Length || rest[first] is not ('-' or '/' or '.')) return 0;
        var separator = rest[first];
        var second = Scan.Digits(rest[(first + 1)..]);
        var at = first + 1 + second;
        if (second is 0 or > 2 || at >= rest.Length || rest[at] != separator) return 0;
        var third = Scan.Digits(rest[(at + 1)..]);
        var year = first == 4 ? third is 1 or 2 : third == 4 || (third == 2 && (separator != '.' || (first == 2 && second == 2)));
        var length = at + 1 + third;
        if (!year || Scan.Parse(rest.Slice(first + 1, second)) is 0 or > 31) return 0;
        if (length < rest.Length && rest[length] == 'T') return length + ClockOfIso(rest[length..]);
        return Scan.AtEdge(rest[length..]) ? length : 0;
    }

    private static int ClockOfIso(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || rest[length] is ':' or '.' or '+' or '-' or 'Z')) length++;
        return rest[length - 1] is '.' or ':' ? length - 1 : length;
    }

    private static int DayThenMonth(ReadOnlySpan<char> rest, int digits)
    {
        var at = digits + Ordinal(rest[digits..]);
        at += Scan.Spaces(rest[at..]);
        if (rest[at..].StartsWith("of ", StringComparison.OrdinalIgnoreCase)) at += 3;
        var letters = Scan.Letters(rest[at..]);
        if (at > digits && letters >= 3 && Months.Contains(rest.Slice(at, letters))) return at + letters + Year(rest[(at + letters)..]);
        return digits < rest.Length && Ordinal(rest[digits..]) == 2 && Scan.Parse(rest[..digits]) is > 3 and < 32 ? digits + 2 : 0;
    }

    private static int MonthThenDay(ReadOnlySpan<char> rest)
    {
        var at = rest.StartsWith(".") ? 1 : 0;
        var spaces = Scan.Spaces(rest[at..]);
        if (spaces == 0) return 0;
        at += spaces;
        var digits = Scan.Digits(rest[at..]);
        if (digits == 4) return at + 4;
        if (digits is 0 or > 2) return 0;
        at += digits;
        at += Ordinal(rest[at..]);
        return Scan.AtEdge(rest[at..]) ? at + Year(rest[at..]) : 0;
    }

    private static int AfterWeekday(ReadOnlySpan<char> rest)
    {
        var at = rest.StartsWith(",") ? 1 : 0;
        at += Scan.Spaces(rest[at..]);
        if (rest[at..].StartsWith("the ", StringComparison.OrdinalIgnoreCase)) at += 4;
        var next = rest[at..];
        if (next.Length == 0) return 0;
        var date = char.IsAsciiDigit(next[0]) ? FromDigit(next) : FromMonth(next);
        return date.Length == 0 ? 0 : at + date.Length;
    }

    private static Value FromMonth(ReadOnlySpan<char> rest)
    {
        var letters = Scan.Letters(rest);
        return letters > 0 && !Weekdays.Contains(rest[..letters]) ? FromWord(rest, letters) : Value.None;
    }

    private static int Year(ReadOnlySpan<char> rest)
    {
        var at = rest.StartsWith(",") ? 1 : 0;
        at += Scan.Spaces(rest[at..]);
        return Scan.Digits(rest[at..]) == 4 && (rest[at] is '1' or '2') && Scan.AtEdge(rest[(at + 4)..]) ? at + 4 : 0;
    }

    private static int Ordinal(ReadOnlySpan<char> rest) =>
        rest.Length >= 2 && rest[..2] is "st" or "nd" or "rd" or "th" && Scan.AtEdge(rest[2..]) ? 2 : 0;
}
