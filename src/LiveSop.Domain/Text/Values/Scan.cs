namespace LiveSop.Domain.Text.Values;

/// <summary>How far a run of characters goes from the start of a span.</summary>
internal static class Scan
{
    public static int Digits(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiDigit(rest[length])) length++;
        return length;
    }

    public static int Letters(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length])) length++;
        return length;
    }

    public static int Spaces(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && rest[length] == ' ') length++;
        return length;
    }

    /// <summary>Up to the next white space, quote or bracket, without closing punctuation.</summary>
    public static int Chunk(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && !char.IsWhiteSpace(rest[length]) && !IsBracket(rest[length])) length++;
        while (length > 0 && IsClosing(rest[length - 1])) length--;
        return length;
    }

    /// <summary>Is what follows the end of an ordinary word: nothing, a space, or punctuation before a space?</summary>
    public static bool EndsWord(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0 || char.IsWhiteSpace(rest[0])) return true;
        if (char.IsLetterOrDigit(rest[0]) || rest[0] == '_') return false;
        return rest.Length == 1 || char.IsWhiteSpace(rest[1]);
    }

    /// <summary>Neither letter nor digit follows.</summary>
    public static bool AtEdge(ReadOnlySpan<char> rest) => rest.Length == 0 || !char.IsLetterOrDigit(rest[0]);

    public static int Parse(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits) value = (value * 10) + (digit - '0');
        return value;
    }

    public static bool IsClosing(char c) => c is '.' or ',' or ':' or ';' or '!' or '?' or '\'' or '*' or '~' or '…' or '’';

    private static bool IsBracket(char c) => c is '"' or '<' or '>' or '(' or ')' or '[' or ']' or '{' or '}' or ',' or ';' or '“' or '”' or '`' or '|';
}
