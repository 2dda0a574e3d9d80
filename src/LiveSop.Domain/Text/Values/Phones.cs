namespace LiveSop.Domain.Text.Values;

/// <summary>Telephone numbers, and card numbers, which look like them but have more digits.</summary>
internal static class Phones
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    public static Value Read(ReadOnlySpan<char> rest)
    {
        int length = 0, digits = 0, groups = 0, end = 0;
        var dashed = false;
        while (length < rest.Length && IsPart(rest, length))
        {
            if (char.IsAsciiDigit(rest[length]))
            {
                if (length == 0 || !char.IsAsciiDigit(rest[length - 1])) groups++;
                digits++;
                end = length + 1;
            }
            else
            {
                dashed |= rest[length] == '-';
            }
            length++;
        }
        if (!Scan.AtEdge(rest[end..])) return Value.None;
        if (groups >= 3 && digits is > MostDigits and < 20) return new Value(PlaceholderKind.Id, end);
        return digits is >= FewestDigits and <= MostDigits && LooksDialled(rest, groups, dashed, digits)
            ? new Value(PlaceholderKind.Phone, end)
            : Value.None;
    }

    private static bool LooksDialled(ReadOnlySpan<char> rest, int groups, bool dashed, int digits) => rest[0] switch
    {
        '+' => true,
        '(' => groups >= 2,
        '0' => groups >= 2,
        _ => groups >= 3 || (groups == 2 && dashed && digits == FewestDigits && Scan.Digits(rest) == 3),
    };

    /// <summary>Digits, and one separator at a time between them; a sentence's full stop is not one.</summary>
    private static bool IsPart(ReadOnlySpan<char> rest, int at)
    {
        var c = rest[at];
        if (char.IsAsciiDigit(c)) return true;
        if (at == 0) return c is '+' or '(';
        if (c is not (' ' or '-' or '.' or '(' or ')' or '/')) return false;
        return at + 1 < rest.Length && (char.IsAsciiDigit(rest[at + 1]) || (c is ')' or ' ' && rest[at + 1] is ' ' or '(' or '-'));
    }
}
