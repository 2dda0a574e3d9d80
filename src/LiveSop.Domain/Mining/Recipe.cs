namespace LiveSop.Domain.Mining;

/// <summary>A way to mine a log.</summary>
/// <param name="Share">Activities in a smaller share of the cases are left out.</param>
/// <param name="Noise">Of inductive mining; null to choose it anew at every node.</param>
internal sealed record Recipe(double Share, double? Noise)
{
    /// <summary>From "overlook nothing" to "follow the main road".</summary>
    public static readonly double[] Noises = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7];

    /// <summary>Those worth trying: with rare activities only plain mining, as choosing at every node takes long for many activities.</summary>
    /// <param name="required">Every activity in at least this share of the cases stays.</param>
    public static IEnumerable<Recipe> All(double required, EventLog log)
    {
        var rarer = new[] { required / 5, 0 }.DistinctBy(share => log.InAtLeast(share).Count).Where(share => log.InAtLeast(share).Count > log.InAtLeast(required).Count);
        return Noises.Select(noise => new Recipe(required, noise)).Prepend(new Recipe(required, null))
            .Concat(from share in rarer from noise in Noises select new Recipe(share, noise));
    }

    public ProcessTree Mine(EventLog log)
    {
        var frequent = log.InAtLeast(Share);
        var kept = log.Keeping(frequent.Contains);
        return Noise is { } noise ? new InductiveMiner(noise).Mine(kept) : new AdaptiveMiner().Mine(kept);
    }
}
