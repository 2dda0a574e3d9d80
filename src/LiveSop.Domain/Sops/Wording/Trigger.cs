using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>Says in one sentence when a procedure applies, with a typical request, its values masked.</summary>
public static class Trigger
{
    private const int MostRequests = 100;
    private const int LongestExample = 160;

    /// <param name="requests">The first message of each incident of the family, as written.</param>
    /// <returns>"Somebody asks to reset a password, for example: “I forgot my password”."</returns>
    public static string From(IReadOnlyList<string> requests, Contrast contrast)
    {
        var told = SopTitle.Central(requests, contrast)?.Told ?? About(SopTitle.Keywords(requests, contrast));
        var example = Example(requests, contrast);
        return example is null ? $"Somebody {told}." : $"Somebody {told}, for example: “{example}”";
    }

    private static string About(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "asks for help",
        1 => $"writes about {words[0]}",
        _ => $"writes about {string.Join(", ", words.SkipLast(1))} and {words[^1]}",
    };

    /// <summary>The request sentence that has the most of what the family shares.</summary>
    private static string? Example(IReadOnlyList<string> requests, Contrast contrast)
    {
        var shares = Contrast.Shares(requests);
        return requests.Take(MostRequests)
            .SelectMany(request => Sentences.Split(PeopleNames.Unknown.Mask(Placeholders.Mask(request))))
            .Where(sentence => sentence.Length <= LongestExample && SpeechActs.CarriesWork(SpeechActs.Of(sentence)))
            .Distinct()
            .Select(sentence => (sentence, Score: Math.Round(SopTitle.Score(sentence, shares, contrast), 1)))
            .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.sentence.Length)
            .Select(scored => scored.sentence.Trim().Replace('“', '\'').Replace('”', '\'')).FirstOrDefault();
    }
}
