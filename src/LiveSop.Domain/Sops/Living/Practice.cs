namespace LiveSop.Domain.Sops.Living;

/// <summary>How a page that somebody wrote and what was mined go together.</summary>
/// <param name="Lines">Empty where the page says what people do.</param>
/// <param name="Suggestion">The page as it is, its steps with the cases that were seen doing them.</param>
public sealed record Practised(IReadOnlyList<PracticeLine> Lines, Procedure Suggestion);

/// <summary>Compares a page with what people do: steps are paired by what they are about, the likest first, and between equals by their order.</summary>
public static class Practice
{
    private const double LeastLikeness = 0.45;
    private const double SameWords = 0.8;
    private const double AlwaysShare = 0.8;

    /// <summary>Of how much the order counts where the words do not decide.</summary>
    private const double OrderWeight = 0.05;

    public static Practised Compare(Procedure page, Procedure mined)
    {
        var pairs = Pairs(page, mined);
        var moved = OrderChange.Of(Reduced(page, pairs.Keys), Renamed(mined, pairs)).Moved;
        return new([.. page.Steps.SelectMany(step => OfPage(page, step, moved, mined, pairs)), .. OnlyMined(mined, pairs)], Suggested(page, mined, pairs));
    }

    private static IEnumerable<PracticeLine> OfPage(Procedure page, ProcedureStep step, IReadOnlySet<string> moved, Procedure mined, Dictionary<string, ProcedureStep> pairs)
    {
        if (!pairs.TryGetValue(step.Id, out var seen))
        {
            yield return new PracticeLine.OnlyOnPage(step, mined.Cases);
            yield break;
        }
        if (StepWords.Likeness(StepWords.Of(step.Title), StepWords.Of(seen.Title)) < SameWords) yield return new PracticeLine.OtherWords(step, seen);
        else if (!step.Optional && !page.Flow.IsConditional(step.Id) && seen.Support.Share < AlwaysShare) yield return new PracticeLine.OftenLeftOut(step, seen);
        if (moved.Contains(step.Id)) yield return new PracticeLine.OtherOrder(step, seen, Before(mined, seen, pairs));
    }

    private static IEnumerable<PracticeLine> OnlyMined(Procedure mined, Dictionary<string, ProcedureStep> pairs) =>
        mined.Steps.Where(step => !pairs.ContainsValue(step)).Select(step => new PracticeLine.OnlyInPractice(step, Before(mined, step, pairs)));

    /// <summary>The nearest paired step before it in practice.</summary>
    private static string? Before(Procedure mined, ProcedureStep step, Dictionary<string, ProcedureStep> pairs) =>
        mined.Steps.TakeWhile(other => other.Id != step.Id).LastOrDefault(pairs.ContainsValue)?.Title;

    /// <returns>Mined steps by the ids of the page's; each in one pair at most.</returns>
    private static Dictionary<string, ProcedureStep> Pairs(Procedure page, Procedure mined)
    {
        var words = mined.Steps.Select(step => StepWords.Of(step.Title)).ToList();
        var likely =
            from one in page.Steps.Index()
            let about = StepWords.Of(one.Item.Title)
            from other in mined.Steps.Index()
            let like = StepWords.Likeness(about, words[other.Index])
            where like >= LeastLikeness
            let apart = Math.Abs(((double)one.Index / page.Steps.Count) - ((double)other.Index / mined.Steps.Count))
            orderby like - (OrderWeight * apart) descending, one.Index, other.Index
            select (Page: one.Item, Mined: other.Item);
        var pairs = new Dictionary<string, ProcedureStep>(StringComparer.Ordinal);
        foreach (var (one, other) in likely)
            if (!pairs.ContainsKey(one.Id) && !pairs.ContainsValue(other)) pairs.Add(one.Id, other);
        return pairs;
    }

    private static Procedure Reduced(Procedure page, IEnumerable<string> ids) => page.Keep(ids.ToHashSet(StringComparer.Ordinal).Contains);

    /// <summary>The mined order of the page's steps.</summary>
    private static Procedure Renamed(Procedure mined, Dictionary<string, ProcedureStep> pairs)
    {
        var names = pairs.ToDictionary(pair => pair.Value.Id, pair => pair.Key, StringComparer.Ordinal);
        var steps = mined.Steps.Where(step => names.ContainsKey(step.Id)).Select(step => step.Named(names[step.Id])).ToList();
        return mined.Over(steps, new StepFlow.InOrder([.. steps.Select(step => new StepFlow.Do(step.Id))]), 1 + steps.Select(step => Procedure.Number(step.Id)).DefaultIfEmpty().Max());
    }

    private static Procedure Suggested(Procedure page, Procedure mined, Dictionary<string, ProcedureStep> pairs)
    {
        var steps = page.Steps.Select(step => pairs.TryGetValue(step.Id, out var seen) ? Seen(step, seen) : step);
        return page.Over([.. steps], page.Flow, page.NextStep) with { Cases = mined.Cases, MedianSeconds = mined.MedianSeconds, LastSeen = mined.LastSeen };
    }

    private static ProcedureStep Seen(ProcedureStep step, ProcedureStep seen) => step.SeenIn(seen.Support) with { MedianSeconds = seen.MedianSeconds, Owner = step.Owner ?? seen.Owner };
}
