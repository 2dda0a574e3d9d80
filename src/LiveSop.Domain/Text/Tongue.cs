namespace LiveSop.Domain.Text;

/// <summary>In which language people write, as far as it matters here: English, whose words' meanings are known, or another.</summary>
public static class Tongue
{
    /// <summary>English talk holds twice as many function words; German or Spanish, which share a few of them, under a third of it.</summary>
    private const double LeastFunctionWords = 0.15;

    /// <summary>Of the words of all texts together. True where nothing is said: so the first messages of a team are read as most teams write.</summary>
    public static bool IsEnglish(IEnumerable<string> texts)
    {
        var (all, function) = (0, 0);
        foreach (var token in texts.SelectMany(Tokens.Of))
        {
            all++;
            if (StopWords.Contains(token)) function++;
        }
        return all == 0 || function >= LeastFunctionWords * all;
    }
}
