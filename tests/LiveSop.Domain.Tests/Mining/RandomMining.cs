using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Mining;

/// <summary>Repeatable random logs and trees, and the language of a tree by plain enumeration, to hold the fast code against.</summary>
internal static class RandomMining
{
    public static readonly string[] Names = ["a", "b", "c", "d", "e", "f"];

    public static EventLog Log(int seed)
    {
        var random = new Random(seed);
        var activities = random.Next(1, Names.Length + 1);
        var traces = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Trace(random, activities, 8)).ToList();
        return EventLog.From(Names, traces);
    }

    public static int[] Trace(Random random, int activities, int longest) =>
        [.. Enumerable.Range(0, random.Next(0, longest + 1)).Select(_ => random.Next(activities))];

    /// <summary>Activities may stand more than once.</summary>
    public static ProcessTree Tree(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
            return random.Next(5) == 0 ? ProcessTree.Silent : new ProcessTree.Activity(random.Next(4));
        ProcessTree[] children = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(random, depth - 1))];
        return random.Next(4) switch
        {
            0 => new ProcessTree.Sequence(children),
            1 => new ProcessTree.Choice(children),
            2 => new ProcessTree.Parallel(children),
            _ => new ProcessTree.Loop(children[0], children[1]),
        };
    }

    /// <summary>All traces of a tree up to a length, as strings of digits.</summary>
    public static HashSet<string> Language(ProcessTree tree, int longest)
    {
        HashSet<string> Short(IEnumerable<string> words) => [.. words.Where(w => w.Length <= longest)];
        HashSet<string> Then(HashSet<string> first, HashSet<string> second) => Short(first.SelectMany(w => second.Select(v => w + v)));
        var parts = tree.Children().Select(c => Language(c, longest)).ToList();
        return tree switch
        {
            ProcessTree.Activity leaf => [$"{leaf.Index}"],
            ProcessTree.Tau => [""],
            ProcessTree.Sequence => parts.Aggregate(Then),
            ProcessTree.Choice => [.. parts.SelectMany(p => p)],
            ProcessTree.Parallel => parts.Aggregate((p, q) => Short(p.SelectMany(w => q.SelectMany(v => Interleaved(w, v))))),
            _ => Rounds(parts[0], Then(parts[1], parts[0]), Then),
        };
    }

    private static HashSet<string> Rounds(HashSet<string> words, HashSet<string> more, Func<HashSet<string>, HashSet<string>, HashSet<string>> then)
    {
        for (var before = -1; before != words.Count;)
        {
            before = words.Count;
            words = [.. words, .. then(words, more)];
        }
        return words;
    }

    private static IEnumerable<string> Interleaved(string w, string v)
    {
        if (w.Length == 0 || v.Length == 0) return [w + v];
        return Interleaved(w[1..], v).Select(x => w[0] + x).Concat(Interleaved(w, v[1..]).Select(x => v[0] + x));
    }
}
