using System.Collections.Frozen;
using LiveSop.Domain.Text.Values;

namespace LiveSop.Domain.Text;

/// <summary>
/// Finds names of people where nobody put an @: those of the workspace, and strangers after "Hi", "Mr", "my name is".
/// A known first name that is also an English word (Will, Mark, May) counts only together with its surname.
/// </summary>
public sealed class PeopleNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlsoWords = Words.Set(
        "will mark may grace bill rob sue pat art dawn joy hope faith rose ivy jack frank grant chase drew max april june august summer angel chance miles dean guy bob an so do my sky web data bot support admin team sales");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Cues = Words.Set("hi hello hey dear mr mrs ms dr miss thanks regards cheers");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Words.Set("mr mrs ms dr miss prof");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNames = Words.Set(
        "team all everyone everybody folks there support again guys sir madam can could would my our customer good very much i");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> parts;

    /// <param name="names">As the source shows them: "Ana López", "ana.lopez".</param>
    public PeopleNames(IEnumerable<string> names) =>
        parts = names.SelectMany(name => name.Split([' ', '.', '_', '-'], StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Length > 1)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>No workspace is known: only the cues speak.</summary>
    public static PeopleNames Unknown { get; } = new([]);

    /// <param name="masked">A text that went through <see cref="Placeholders.Mask"/> before.</param>
    /// <returns>The same string when no name stands in it.</returns>
    public string Mask(string masked)
    {
        System.Text.StringBuilder? result = null;
        int at = 0, copied = 0;
        ReadOnlySpan<char> previous = default;
        while (at < masked.Length)
        {
            var letters = Scan.Letters(masked.AsSpan(at));
            var length = letters > 0 ? Name(masked.AsSpan(at), letters, previous) : 0;
            if (length > 0)
            {
                (result ??= new()).Append(masked, copied, at - copied).Append(Placeholders.Name(PlaceholderKind.Person));
                copied = at + length;
            }
            if (letters > 0) previous = masked.AsSpan(at, letters);
            else if (masked[at] is '\n' or '?' or '!') previous = default;
            at += Math.Max(1, Math.Max(letters, length));
        }
        return result is null ? masked : result.Append(masked, copied, masked.Length - copied).ToString();
    }

    private int Name(ReadOnlySpan<char> rest, int letters, ReadOnlySpan<char> previous)
    {
        var word = rest[..letters];
        if (!IsCapitalised(word)) return 0;
        if (Titles.Contains(word) && AfterTitle(rest, letters) is > 0 and var title) return title;
        var next = Next(rest, letters);
        var known = parts.Contains(word);
        if (known && next > 0 && parts.Contains(rest.Slice(letters + 1, next))) return letters + 1 + next;
        if (known && !AlsoWords.Contains(word)) return letters;
        var introduced = Cues.Contains(previous) && !NotNames.Contains(word) && !StopWords.Contains(word);
        return introduced && (known || !SpeechActs.OpensRequest(word)) ? letters : 0;
    }

    /// <summary>"Dr. Garcia": the title goes with the name.</summary>
    private static int AfterTitle(ReadOnlySpan<char> rest, int letters)
    {
        var dot = letters < rest.Length && rest[letters] == '.' ? 1 : 0;
        var name = Next(rest, letters + dot);
        return name == 0 ? 0 : letters + dot + 1 + name;
    }

    private static int Next(ReadOnlySpan<char> rest, int letters)
    {
        if (letters + 1 >= rest.Length || rest[letters] != ' ') return 0;
        var next = Scan.Letters(rest[(letters + 1)..]);
        return next > 1 && IsCapitalised(rest.Slice(letters + 1, next)) ? next : 0;
    }

    /// <summary>"Ana", not "SSO" and not "ana".</summary>
    private static bool IsCapitalised(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[1]);
}
