using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Says in one sentence when a procedure applies, with a typical request, its values masked.</summary>
public static class Trigger
{
    private const int MostRequests = 100;
    private const int LongestExample = 160;
    private const int FewestWords = 3;
    private const string Name = "{name}";

    /// <param name="requests">The first message of each incident of the family, as written.</param>
    /// <returns>"Somebody asks to reset a password, for example: “I forgot my password”."</returns>
    public static string From(IReadOnlyList<string> requests, Contrast contrast)
    {
        var central = SopTitle.Central(requests, contrast);
        var told = central?.Told ?? About(SopTitle.Keywords(requests, contrast));
        var example = Example(requests, contrast, central?.Title ?? "");
        return example is null ? $"Somebody {told}." : $"Somebody {told}, for example: “{example}”";
    }

    private static string About(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "asks for help",
        1 => $"writes about {words[0]}",
        _ => $"writes about {string.Join(", ", words.SkipLast(1))} and {words[^1]}",
    };

    /// <summary>Whose case it was is nobody else's business.</summary>
    private static string Nameless(string sentence, Contrast contrast)
    {
        var words = sentence.Split(' ').ToList();
        for (var at = words.Count - 1; at >= 0; at--)
        {
            var bare = words[at].Trim('.', ',', ';', ':', '!', '?', '(', ')', '"');
            var owner = bare.EndsWith("'s", StringComparison.Ordinal) ? bare[..^2] : bare;
            if (owner.Length < 2 || !char.IsUpper(owner[0]) || !contrast.Names.Contains(owner)) continue;
            words[at] = words[at].Replace(owner, Name, StringComparison.Ordinal);
            if (at + 1 < words.Count && words[at] == Name && words[at + 1].StartsWith(Name, StringComparison.Ordinal)) words.RemoveAt(at);
            else if (at + 2 < words.Count && words[at] == Name && words[at + 1] == "&" && words[at + 2].StartsWith(Name, StringComparison.Ordinal)) words.RemoveRange(at, 2);
        }
        return string.Join(' ', words);
    }

    /// <summary>"Hello, I lost …" begins with "I".</summary>
    private static string WithoutGreeting(string sentence)
    {
        for (var rest = sentence; ; sentence = rest)
        {
            var end = rest.IndexOfAny([' ', ',', '!']);
            if (end > 0 && rest[..end].ToLowerInvariant() is "there" or "all" or "people" or "everyone" or "team" or "folks" or "guys" && rest.Length != sentence.Length | rest[end] == ',')
            {
                rest = rest[end..].TrimStart(' ', ',', '!', '-');
                continue;
            }
            if (end <= 0 || Courtesies.Read([rest[..end].ToLowerInvariant()]).Act is not (SpeechAct.Greeting or SpeechAct.Acknowledgement)) return rest.Length == 0 ? sentence : rest;
            rest = rest[end..].TrimStart(' ', ',', '!', '-');
            if (rest.Length == 0) return sentence;
        }
    }

    /// <summary>Of the request sentences that say most of the title, the one that has the most of what the family shares.</summary>
    internal static string? Example(IReadOnlyList<string> requests, Contrast contrast, string title)
    {
        var about = Contrast.Content(title).ToHashSet(StringComparer.Ordinal);
        var shares = Contrast.Shares(requests);
        return requests.Take(MostRequests)
            .SelectMany(request => Sentences.Split(MaskedForTitle.Of(request)))
            .Where(sentence => sentence.Length <= LongestExample && Tokens.Of(sentence).Count(token => token[0] != '{') >= FewestWords && SpeechActs.CarriesWork(SpeechActs.Of(sentence)))
            .Distinct()
            .Select(sentence => (sentence, Score: Math.Round(SopTitle.Score(sentence, shares, contrast), 1), Fits: 2 * Contrast.Content(sentence).Count(about.Contains) > about.Count))
            .OrderByDescending(scored => scored.Fits).ThenByDescending(scored => scored.Score).ThenBy(scored => scored.sentence.Length)
            .Select(scored => Nameless(WithoutGreeting(scored.sentence.Trim()), contrast).Replace('“', '\'').Replace('”', '\'')).FirstOrDefault();
    }
}
