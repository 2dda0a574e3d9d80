namespace LiveSop.Domain.Text;

/// <summary>The steps of the English Snowball stemmer, numbered as in its description.</summary>
internal static class PorterSteps
{
    private static readonly (string Suffix, string By)[] Step2Suffixes =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"),
        ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
    ];

    private static readonly (string Suffix, string By)[] Step3Suffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4Suffixes =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic",
    ];

    private static readonly string[] Unchanged = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

    public static void Run(ref PorterWord word)
    {
        Step0(ref word);
        Step1A(ref word);
        foreach (var whole in Unchanged)
            if (word.Is(whole)) return;
        Step1B(ref word);
        Step1C(ref word);
        Step2(ref word);
        Step3(ref word);
        Step4(ref word);
        Step5(ref word);
    }

    private static void Step0(ref PorterWord word)
    {
        if (word.Ends("'s'")) word.Cut(3);
        else if (word.Ends("'s")) word.Cut(2);
        else if (word.Ends("'")) word.Cut(1);
    }

    private static void Step1A(ref PorterWord word)
    {
        if (word.Ends("sses")) word.Cut(2);
        else if (word.Ends("ied") || word.Ends("ies")) word.Replace(3, word.Length > 4 ? "i" : "ie");
        else if (word.Ends("us") || word.Ends("ss")) return;
        else if (word.Ends("s") && word.HasVowel(word.Length - 2)) word.Cut(1);
    }

    private static void Step1B(ref PorterWord word)
    {
        if (word.Ends("eedly") || word.Ends("eed"))
        {
            var length = word.Ends("eed") ? 3 : 5;
            if (word.InR1(length)) word.Replace(length, "ee");
            return;
        }
        var suffix = word.Ends("ingly") ? 5 : word.Ends("edly") ? 4 : word.Ends("ing") ? 3 : word.Ends("ed") ? 2 : 0;
        if (suffix == 0 || !word.HasVowel(word.Length - suffix)) return;
        word.Cut(suffix);
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz")) word.Replace(0, "e");
        else if (EndsDouble(word.Text)) word.Cut(1);
        else if (word.IsShort) word.Replace(0, "e");
    }

    private static void Step1C(ref PorterWord word)
    {
        if (word.Length > 2 && word.Text[^1] is 'y' or 'Y' && !word.IsVowel(word.Length - 2)) word.Replace(1, "i");
    }

    private static void Step2(ref PorterWord word)
    {
        foreach (var (suffix, by) in Step2Suffixes)
        {
            if (!word.Ends(suffix)) continue;
            if (word.InR1(suffix.Length)) word.Replace(suffix.Length, by);
            return;
        }
        if (word.Ends("ogi"))
        {
            if (word.InR1(3) && word.Before(3) == 'l') word.Cut(1);
        }
        else if (word.Ends("li") && word.InR1(2) && word.Before(2) is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't')
        {
            word.Cut(2);
        }
    }

    private static void Step3(ref PorterWord word)
    {
        foreach (var (suffix, by) in Step3Suffixes)
        {
            if (!word.Ends(suffix)) continue;
            if (word.InR1(suffix.Length)) word.Replace(suffix.Length, by);
            return;
        }
        if (word.Ends("ative") && word.InR2(5)) word.Cut(5);
    }

    private static void Step4(ref PorterWord word)
    {
        foreach (var suffix in Step4Suffixes)
        {
            if (!word.Ends(suffix)) continue;
            if (word.InR2(suffix.Length)) word.Cut(suffix.Length);
            return;
        }
        if (word.Ends("ion") && word.InR2(3) && word.Before(3) is 's' or 't') word.Cut(3);
    }

    private static void Step5(ref PorterWord word)
    {
        if (word.Ends("e"))
        {
            if (word.InR2(1) || (word.InR1(1) && !word.EndsShort(1))) word.Cut(1);
        }
        else if (word.Ends("l") && word.InR2(1) && word.Before(1) == 'l')
        {
            word.Cut(1);
        }
    }

    private static bool EndsDouble(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[^1] == text[^2] && text[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';
}
