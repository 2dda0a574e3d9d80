namespace LiveSop.Domain.Text.Values;

/// <summary>@name and #channel, as Slack shows them.</summary>
internal static class Mentions
{
    /// <param name="before">The character before the sign: inside a word it is no mention.</param>
    public static Value Person(ReadOnlySpan<char> rest, char before)
    {
        var name = Name(rest[1..]);
        if (name == 0 || char.IsLetterOrDigit(before)) return Value.None;
        var length = 1 + name;
        return new Value(PlaceholderKind.Person, length + (char.IsUpper(rest[1]) ? Surname(rest[length..]) : 0));
    }

    public static Value ChannelOrId(ReadOnlySpan<char> rest)
    {
        var digits = Scan.Digits(rest[1..]);
        if (digits > 0 && Scan.AtEdge(rest[(1 + digits)..])) return new Value(PlaceholderKind.Id, 1 + digits);
        var name = Name(rest[1..]);
        return name == 0 ? Value.None : new Value(PlaceholderKind.Channel, 1 + name);
    }

    private static int Name(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] is '_' or '-' or '.')) length++;
        while (length > 0 && !char.IsLetterOrDigit(rest[length - 1])) length--;
        return length;
    }

    /// <summary>"@Ana López", where the second word cannot be the next sentence's beginning.</summary>
    private static int Surname(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3 || rest[0] != ' ' || !char.IsUpper(rest[1])) return 0;
        var letters = Scan.Letters(rest[1..]);
        var word = rest.Slice(1, letters);
        return letters > 1 && char.IsLower(word[1]) && !StopWords.Contains(word) && !SpeechActs.OpensRequest(word) ? 1 + letters : 0;
    }
}
