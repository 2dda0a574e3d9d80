using System.Buffers;
using System.Collections.Frozen;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>A word of a sentence that may become a title.</summary>
/// <param name="Text">In lower case, to be compared; of punctuation that divides clauses, the sign itself.</param>
/// <param name="Surface">As it should be shown: "SSO" and "Jira" keep their capitals.</param>
internal readonly record struct Word(string Text, string Surface)
{
    public bool IsBreak => Text is "," or ";" or "(" or "–";

    public bool IsPlaceholder => Text[0] == '{' && Text.Length > 2;

    public bool Is(string text) => Text == text;

    public static Word Of(string text) => new(text, text);

    public static Word[] All(string text) => [.. text.Split(' ').Select(Of)];

    public override string ToString() => Surface;
}

/// <summary>Reads a sentence into words: contractions spelled out, compounds such as "two-factor" left whole.</summary>
internal static class WordReader
{
    /// <summary>People in a hurry write them small; a title does not.</summary>
    private static readonly FrozenSet<string> Abbreviations = Grammar.Set("url vpn sso api id vat pdf csv dns ssl saml ip hr crm erp sms mfa iban");

    private static readonly SearchValues<char> Signs = SearchValues.Create("#*_~=+|^<>\\");

    private const string Opening = "([\"'“‘*_«";
    private const string Closing = ".,;:!?)]\"'”’*_»…/\\";

    /// <param name="masked">One sentence, values masked.</param>
    public static Word[] Read(string masked)
    {
        var words = new List<Word>();
        var shouting = !masked.Any(char.IsLower);
        foreach (var chunk in masked.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            Append(chunk, words, shouting);
        while (words.Count > 0 && words[^1].IsBreak) words.RemoveAt(words.Count - 1);
        return [.. words];
    }

    private static void Append(string chunk, List<Word> words, bool shouting)
    {
        int start = 0, end = chunk.Length;
        while (start < end && chunk[start] is '-' or '–' or '—' && end - start > 2) Divide(start++ == 0, "–", words);
        while (start < end && Opening.Contains(chunk[start])) Divide(chunk[start++] == '(', "(", words);
        while (end > start && Closing.Contains(chunk[end - 1])) end--;
        if (start == end || !chunk.AsSpan(start, end - start).ContainsAnyExcept('-', '–', '—'))
        {
            Divide(chunk.AsSpan().ContainsAny('-', '–', '—') || chunk.Contains(','), "–", words);
            return;
        }
        if (chunk.AsSpan(start, end - start).IndexOfAnyExcept(Signs) < 0) return;
        if (chunk.AsSpan(start).StartsWith("{number}%")) return;
        if (chunk[start] == ':' && chunk.IndexOf(':', start + 1) > 0) return;
        AppendWord(chunk[start..end], words, shouting);
        var rest = chunk.AsSpan(end);
        Divide(rest.ContainsAny(',', ';', ':'), ",", words);
        Divide(rest.Contains(')'), "(", words);
    }

    private static void AppendWord(string chunk, List<Word> words, bool shouting)
    {
        var lower = chunk.ToLowerInvariant().Replace('’', '\'');
        var tokens = Tokens.Of(chunk);
        var possessive = lower.EndsWith("'s", StringComparison.Ordinal) && tokens.Count == 1;
        if (!possessive && !lower.Contains('-') && !lower.Contains('/') && (tokens.Count > 1 || (tokens.Count == 1 && tokens[0] != lower)))
        {
            words.AddRange(tokens.Select(Word.Of));
            return;
        }
        words.Add(new Word(lower, !shouting && KeepsCapitals(chunk, words.Count == 0) ? chunk : Abbreviations.Contains(lower) ? lower.ToUpperInvariant() : lower));
    }

    /// <summary>An abbreviation always; a capitalised word only where it does not begin the sentence.</summary>
    private static bool KeepsCapitals(string chunk, bool first) =>
        chunk != "I" && !chunk.StartsWith('{') && (chunk.Skip(1).Any(char.IsUpper) || (!first && char.IsUpper(chunk[0])));

    private static void Divide(bool here, string sign, List<Word> words)
    {
        if (here && words.Count > 0 && !words[^1].IsBreak) words.Add(Word.Of(sign));
    }
}
