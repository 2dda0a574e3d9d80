using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Names for files and ids: small letters of the English alphabet, digits and hyphens.</summary>
public static class Slug
{
    private const int LongestId = 40;
    private const int MostWords = 3;

    /// <summary>"sop-reset-password": the first content words of the title. Where it has none that can be written so, "sop".</summary>
    public static string SopId(string title)
    {
        var words = Tokens.Of(title).Where(word => !StopWords.Contains(word)).Select(Plain).Where(word => word.Length > 0).Take(MostWords);
        var id = string.Join('-', words.Prepend("sop"));
        return id.Length <= LongestId ? id : id[..LongestId].TrimEnd('-');
    }

    /// <summary>The same ids in the same order, later ones numbered where they would be taken: "sop-reset-password-2".</summary>
    public static IReadOnlyList<string> Unique(IEnumerable<string> ids)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var unique = new List<string>();
        foreach (var id in ids)
        {
            var candidate = id;
            for (var number = 2; !taken.Add(candidate); number++) candidate = $"{id}-{number}";
            unique.Add(candidate);
        }
        return unique;
    }

    private static string Plain(string word) => string.Concat(word.Where(char.IsAsciiLetterOrDigit));
}
