namespace LiveSop.Domain.Sops.Wording;

/// <summary>Capitals inside a title stay where people write them so: "Jira", not "the account Number".</summary>
internal static class Casing
{
    /// <summary>Of its occurrences that do not begin a sentence.</summary>
    private const double SmallShare = 0.25;

    public static string Of(string title, IEnumerable<string> masked)
    {
        var words = title.Split(' ');
        var doubtful = words.Skip(1).Where(word => word.Length > 1 && char.IsUpper(word[0]) && word.Any(char.IsLower)).ToHashSet(StringComparer.Ordinal);
        if (doubtful.Count == 0) return title;
        var texts = masked.SelectMany(text => text.Split([' ', '\n', ',', '.', '?', '!', ';', ':', '(', ')', '“', '”', '\'', '"'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        for (var i = 1; i < words.Length; i++)
        {
            if (!doubtful.Contains(words[i])) continue;
            var small = words[i].ToLowerInvariant();
            var all = texts.Count(text => text.Equals(small, StringComparison.OrdinalIgnoreCase));
            if (texts.Count(text => text == small) >= SmallShare * all) words[i] = small;
        }
        return string.Join(' ', words);
    }
}
