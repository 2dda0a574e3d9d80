namespace LiveSop.Domain.Sops.Living;

/// <summary>Finds what people do that a page is about.</summary>
public static class NearestPractice
{
    /// <summary>Of the steps of both: from then on they are about the same.</summary>
    private const double LeastShared = 0.4;

    /// <param name="known">Seen in cases.</param>
    /// <returns>The place of the one whose steps are the nearest, the first of equals, and how both differ; null where none is near.</returns>
    public static (int Index, Practised Practised)? Of(Procedure page, IReadOnlyList<Procedure> known)
    {
        var nearest = known.Index().Select(one => (one.Index, Practised: Practice.Compare(page, one.Item), Size: page.Steps.Count + one.Item.Steps.Count))
            .Select(one => (one.Index, one.Practised, Shared: one.Size == 0 ? 0 : 2.0 * Paired(page, one.Practised) / one.Size))
            .Where(one => one.Shared >= LeastShared).OrderByDescending(one => one.Shared).Select(one => ((int, Practised)?)(one.Index, one.Practised)).FirstOrDefault();
        return nearest;
    }

    private static int Paired(Procedure page, Practised practised) => page.Steps.Count - practised.Lines.Count(line => line is PracticeLine.OnlyOnPage);
}
