namespace LiveSop.Domain.Sops.Wording;

/// <summary>The ways in which a talk is ended.</summary>
internal static class Partings
{
    public const string Thank = "Thank them";
    public const string Goodbye = "Say goodbye";
    private const string Both = "Thank them and say goodbye";
    private const string GoodDay = "Wish a good day";

    /// <param name="words">A whole sentence; a long one may mention a goodbye but is none.</param>
    public static Draft? Read(Word[] words)
    {
        if (words.Length is 0 or > 8) return null;
        if (Wishes(words)) return Draft.Fixed(GoodDay, 0.5);
        if (!words.Any(word => word.Text is "bye" or "goodbye" or "bye-bye") && !Grammar.Contains(words, "good bye")) return null;
        return Draft.Fixed(words.Any(word => word.Text is "thank" or "thanks") ? Both : Goodbye, 0.5);
    }

    /// <summary>"Thank you. Goodbye." is one courtesy in two sentences.</summary>
    public static List<Draft> Joined(List<Draft> drafts)
    {
        var thanks = drafts.FindIndex(draft => draft.Title == Thank);
        var goodbye = drafts.FindIndex(draft => draft.Title == Goodbye);
        if (thanks < 0 || goodbye < 0) return drafts;
        return [.. drafts.Where((_, at) => at != thanks && at != goodbye), Draft.Fixed(Both, 0.5)];
    }

    private static bool Wishes(Word[] words) =>
        words.Any(word => word.Text is "have" or "enjoy") && words.Any(word => word.Text is "day" or "evening" or "weekend" or "night" or "afternoon" or "week" or "one" or "{date}")
        && words.Any(word => word.Text is "good" or "nice" or "great" or "lovely" or "wonderful" or "enjoy");
}
