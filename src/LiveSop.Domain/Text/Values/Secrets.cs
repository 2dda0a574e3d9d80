using System.Collections.Frozen;

namespace LiveSop.Domain.Text.Values;

/// <summary>Passwords and access tokens: by their known prefixes, by the word before them, or by looking like nothing else.</summary>
internal static class Secrets
{
    private const int ShortestToken = 8;
    private const int ShortestUnnamedToken = 24;

    private static readonly string[] Prefixes =
    [
        "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xapp-", "sk-", "sk_live_", "sk_test_", "rk_live_", "pk_live_", "pk_test_", "whsec_",
        "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "AKIA", "ASIA", "AIza", "ya29.", "eyJ", "SG.", "npm_", "hf_",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Keywords = Words.Set(
        "password passwd pwd passcode passphrase pass secret token apikey api_key pin bearer kennwort passwort client_secret access_token");

    public static Value Read(ReadOnlySpan<char> rest, int chunk)
    {
        var word = rest[..chunk];
        foreach (var prefix in Prefixes)
            if (word.StartsWith(prefix, StringComparison.Ordinal) && chunk >= prefix.Length + ShortestToken && IsToken(word) && HasDigit(word))
                return new Value(PlaceholderKind.Secret, chunk);
        return chunk >= ShortestUnnamedToken && IsToken(word) && IsMixed(word) ? new Value(PlaceholderKind.Secret, chunk) : Value.None;
    }

    /// <summary>"password: x", "pwd=x", "Bearer x", "the password is x1"; the value goes, and the word with it.</summary>
    public static Value AfterKeyword(ReadOnlySpan<char> rest, int letters)
    {
        if (letters is < 3 or > 10) return Value.None;
        var key = letters;
        while (key < rest.Length && (char.IsAsciiLetter(rest[key]) || rest[key] == '_')) key++;
        if (!Keywords.Contains(rest[..key])) return Value.None;
        var at = key + Scan.Spaces(rest[key..]);
        var marked = at < rest.Length && rest[at] is ':' or '=';
        if (marked) at++;
        else if (rest[at..].StartsWith("is ", StringComparison.OrdinalIgnoreCase)) at += 3;
        at += Scan.Spaces(rest[at..]);
        var end = at;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end])) end++;
        while (end > at && Scan.IsClosing(rest[end - 1])) end--;
        var value = rest[at..end];
        if (value.Length < 3 || value[0] is '{' || (!marked && !LooksMadeUp(value))) return Value.None;
        return new Value(PlaceholderKind.Secret, end);
    }

    public static Value PrivateKey(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("-----BEGIN ")) return Value.None;
        var end = rest.IndexOf("-----END ");
        var close = end < 0 ? -1 : rest[(end + 9)..].IndexOf("-----");
        return new Value(PlaceholderKind.Secret, close < 0 ? rest.Length : end + 9 + close + 5);
    }

    /// <summary>Upper and lower case and digits together. A hash has one case, and is an id.</summary>
    private static bool IsMixed(ReadOnlySpan<char> word) =>
        HasDigit(word) && word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z');

    private static bool LooksMadeUp(ReadOnlySpan<char> value) =>
        value.Length >= 6 && HasDigit(value) && value.ContainsAnyExceptInRange('0', '9') && !value.Contains('/');

    private static bool HasDigit(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9');

    private static bool IsToken(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '+' or '/' or '=')) return false;
        return true;
    }
}
