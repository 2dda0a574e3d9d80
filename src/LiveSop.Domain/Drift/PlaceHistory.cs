namespace LiveSop.Domain.Drift;

/// <summary>What all cases showed at one place.</summary>
internal sealed record PlaceHistory(Place Place, IReadOnlyList<Sign> Baseline, IReadOnlyList<Sign> Live)
{
    public PlaceWatch Watch(Demands demands, Settled settled)
    {
        var live = Live.Skip(settled.Usual.From).Take(settled.Usual.To - settled.Usual.From);
        var watch = new PlaceWatch(demands, settled, Tally(settled.KeepsBaseline ? Baseline.Concat(live) : live));
        // A share of hardly any cannot have risen.
        if (!demands.IsEitherWay && Live.Skip(settled.From).Count(sign => sign == Sign.Yes) < Demands.Support) return watch;
        for (var i = settled.From; i < Live.Count; i++)
            if (Live[i] != Sign.Absent)
                watch.Add(i, Live[i] == Sign.Yes);
        return watch;
    }

    public PlaceCount Count(int? firstRaised)
    {
        var recent = Tally(Live.Where(sign => sign != Sign.Absent).TakeLast(PlaceCount.Span));
        var usual = Tally(Baseline);
        return new PlaceCount(Place, recent.Yes, recent.Cases, usual.Cases == 0 ? 0 : (double)usual.Yes / usual.Cases, firstRaised);
    }

    private static Tally Tally(IEnumerable<Sign> signs)
    {
        var all = signs.Where(sign => sign != Sign.Absent).ToList();
        return new Tally(all.Count(sign => sign == Sign.Yes), all.Count);
    }
}
