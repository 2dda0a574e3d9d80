namespace LiveSop.Domain.Sops.Pages;

/// <summary>Where the page rests on little: said before somebody relies on it.</summary>
internal static class Cautions
{
    private const int FewCases = 10;
    private const int ThinEvidence = 2;
    private const double RareShare = 0.05;
    private const double PoorFit = 0.8;
    private const double LoosePrecision = 0.5;
    private const int MostOfAKind = 3;

    /// <summary>As Markdown, one line each; at least one.</summary>
    public static IReadOnlyList<string> Of(Sop sop)
    {
        var cautions = new List<string>();
        if (sop.Cases.Count < FewCases) cautions.Add($"All of this rests on {Plainly.Cases(sop.Cases.Count)}.");
        cautions.AddRange(WeakSteps(sop));
        cautions.AddRange(RareTurns(sop));
        if (sop.Quality.Fitness < PoorFit) cautions.Add($"About {Plainly.Percent(1 - sop.Quality.Fitness)} of what happened did not follow these steps: look at the case before you follow them.");
        if (sop.Quality.Precision < LoosePrecision) cautions.Add("The order is loose: people do these steps in many ways.");
        return cautions.Count > 0 ? cautions : ["Nothing unusual: every step and every turn was seen often."];
    }

    private static IEnumerable<string> WeakSteps(Sop sop) =>
        sop.Steps.Where(step => step.Support.Share < RareShare || (step.Support.Cases <= ThinEvidence && step.Support.Share < 1))
            .OrderBy(step => step.Support.Cases).Take(MostOfAKind)
            .Select(step => $"**{Untrusted.Markdown(step.Title)}** was seen in {Plainly.Cases(step.Support)} only.");

    private static IEnumerable<string> RareTurns(Sop sop)
    {
        var titles = sop.Steps.ToDictionary(step => step.Id, step => step.Title);
        return sop.Edges.Where(edge => titles.ContainsKey(edge.From) && titles.ContainsKey(edge.To) && edge.Cases < RareShare * sop.Cases.Count)
            .OrderBy(edge => edge.Cases).Take(MostOfAKind)
            .Select(edge => $"Rare turn: after **{Untrusted.Markdown(titles[edge.From])}** came **{Untrusted.Markdown(titles[edge.To])}** in {Plainly.Cases(new Support(edge.Cases, sop.Cases.Count))}.");
    }
}
