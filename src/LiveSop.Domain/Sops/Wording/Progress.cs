namespace LiveSop.Domain.Sops.Wording;

/// <summary>"At 44 % now", "halfway there": says how far something is, and nothing else.</summary>
internal static class Progress
{
    private const int MostWords = 5;

    public static Draft? Read(Word[] words, string sentence)
    {
        var said = words.Count(word => !word.IsBreak);
        if (said is 0 or > MostWords) return null;
        var share = sentence.Contains("{number}%", StringComparison.Ordinal) || sentence.Contains("{number} %", StringComparison.Ordinal) || Grammar.Contains(words, "{number} percent");
        var worded = Grammar.Reads(words, 0, "halfway") || Grammar.Reads(words, 0, "nearly there") || Grammar.Reads(words, 0, "almost there") || Grammar.Reads(words, 0, "almost done") || Grammar.Reads(words, 0, "nearly done");
        return share || worded ? Draft.Fixed("Tell how far it is", 0.9) : null;
    }
}
