namespace LiveSop.Workspace;

/// <summary>
/// Seeded chance (SplitMix64: Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators, 2014, fig. 14). Its own generator, because
/// what <see cref="Random"/> draws from a seed is a promise of no runtime, and the bundled sample must come out the same on the next one.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private readonly ulong _seed = seed;
    private ulong _state = seed;

    /// <summary>Independent dice: drawing more for one thing leaves all others as they were.</summary>
    public Dice Fork(string name)
    {
        var hash = 14695981039346656037UL ^ _seed;
        foreach (var letter in name) hash = (hash ^ letter) * 1099511628211UL;
        return new Dice(Mix(hash));
    }

    public Dice Fork(string name, int index) => new(Mix(Fork(name).Next() + (ulong)index * 0x9E3779B97F4A7C15UL));

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>In [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>From 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public T Weighted<T>(IReadOnlyList<(T Item, double Weight)> items)
    {
        var mark = Unit() * items.Sum(i => i.Weight);
        foreach (var (item, weight) in items)
            if ((mark -= weight) < 0) return item;
        return items[^1].Item;
    }

    /// <summary>A waiting time with this median; <paramref name="sigma"/> is the deviation of its logarithm.</summary>
    public double LogNormal(double median, double sigma)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());
        return median * Math.Exp(sigma * normal);
    }

    public List<T> Shuffled<T>(IEnumerable<T> items)
    {
        var list = items.ToList();
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return list;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
