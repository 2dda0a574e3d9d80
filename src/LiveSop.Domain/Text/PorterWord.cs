namespace LiveSop.Domain.Text;

/// <summary>A word under the stemmer: its letters so far, and its regions R1 and R2. A 'y' that is a consonant is written 'Y'.</summary>
internal ref struct PorterWord
{
    private readonly Span<char> letters;
    private readonly int r1;
    private readonly int r2;

    public PorterWord(Span<char> buffer, string word)
    {
        letters = buffer;
        word.CopyTo(buffer);
        Length = word.Length;
        for (var i = 0; i < Length; i++)
            if (letters[i] == 'y' && (i == 0 || IsVowel(i - 1))) letters[i] = 'Y';
        r1 = ExceptionalStart(word);
        if (r1 == 0) r1 = RegionAfter(0);
        r2 = RegionAfter(r1);
    }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Text => letters[..Length];

    public readonly bool Ends(string suffix) => Text.EndsWith(suffix);

    /// <summary>The last <paramref name="suffix"/> letters lie in R1.</summary>
    public readonly bool InR1(int suffix) => Length - suffix >= r1;

    public readonly bool InR2(int suffix) => Length - suffix >= r2;

    public readonly char Before(int suffix) => Length > suffix ? letters[Length - suffix - 1] : '\0';

    public readonly bool IsVowel(int at) => letters[at] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    public readonly bool HasVowel(int end)
    {
        for (var i = 0; i < end; i++)
            if (IsVowel(i)) return true;
        return false;
    }

    public void Replace(int suffix, string by)
    {
        Length -= suffix;
        by.CopyTo(letters[Length..]);
        Length += by.Length;
    }

    public void Cut(int suffix) => Length -= suffix;

    /// <summary>Does the word without its last <paramref name="suffix"/> letters end in a short syllable?</summary>
    public readonly bool EndsShort(int suffix)
    {
        var n = Length - suffix;
        if (n == 2) return IsVowel(0) && !IsVowel(1);
        return n > 2 && !IsVowel(n - 1) && letters[n - 1] is not ('w' or 'x' or 'Y') && IsVowel(n - 2) && !IsVowel(n - 3);
    }

    /// <summary>A short word ends in a short syllable and has an empty R1.</summary>
    public readonly bool IsShort => r1 >= Length && EndsShort(0);

    public readonly bool Is(string word) => Text.SequenceEqual(word);

    public override readonly string ToString()
    {
        for (var i = 0; i < Length; i++)
            if (letters[i] == 'Y') letters[i] = 'y';
        return Text.ToString();
    }

    private static int ExceptionalStart(string word)
    {
        foreach (var start in (ReadOnlySpan<string>)["gener", "commun", "arsen"])
            if (word.StartsWith(start, StringComparison.Ordinal)) return start.Length;
        return 0;
    }

    private readonly int RegionAfter(int start)
    {
        for (var i = start + 1; i < Length; i++)
            if (!IsVowel(i) && IsVowel(i - 1)) return i + 1;
        return Length;
    }
}
