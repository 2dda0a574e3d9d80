using System.Collections.Frozen;

namespace LiveSop.Domain.Text.Values;

/// <summary>Issue keys, UUIDs, hashes, and order, customer and error numbers that mix letters with digits.</summary>
internal static class Identifiers
{
    private const int DigitsOfAnId = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Standards = Words.Set(
        "utf iso sha aes rfc covid ipv rtx ieee din mp oauth saml tls usb");

    public static Value Read(ReadOnlySpan<char> rest, int chunk)
    {
        var word = rest[..Length(rest, chunk)];
        if (IsIssueKey(word)) return new Value(PlaceholderKind.Issue, word.Length);
        return IsId(word) ? new Value(PlaceholderKind.Id, word.Length) : Value.None;
    }

    private static int Length(ReadOnlySpan<char> rest, int chunk)
    {
        var length = 0;
        while (length < chunk && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '-' or '_' or '#')) length++;
        while (length > 0 && !char.IsAsciiLetterOrDigit(rest[length - 1])) length--;
        return length;
    }

    private static bool IsIssueKey(ReadOnlySpan<char> word)
    {
        var dash = word.IndexOf('-');
        if (dash is < 2 or > 10 || dash == word.Length - 1) return false;
        foreach (var c in word[..dash])
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) return false;
        return char.IsAsciiLetterUpper(word[0]) && Scan.Digits(word[(dash + 1)..]) == word.Length - dash - 1 && !Standards.Contains(word[..dash]);
    }

    /// <summary>Four digits among letters, or letters and digits that alternate; "OAuth2", "Office365" and "k8s" stay words.</summary>
    private static bool IsId(ReadOnlySpan<char> word)
    {
        int digits = 0, letters = 0, turns = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (char.IsAsciiDigit(word[i])) digits++;
            else if (char.IsAsciiLetter(word[i])) letters++;
            if (i > 0 && char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1])) turns++;
        }
        if (digits >= DigitsOfAnId) return letters > 0 || (turns > 1 && digits > 2 * DigitsOfAnId);
        return letters > 0 && digits > 1 && turns >= 3;
    }
}
