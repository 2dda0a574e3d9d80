namespace LiveSop.Domain.Sops.Pages;

/// <summary>On the path that most cases take; an ordinary turn; one that few took.</summary>
internal enum ConnectionKind { Main, Usual, Rare }

/// <summary>An arrow of the workflow.</summary>
/// <param name="From">Index of a step; null is the start.</param>
/// <param name="To">Index of a step; null is the end.</param>
/// <param name="Cases">Null at the start and the end, which the edges do not count.</param>
/// <param name="Back">It leads back up the main path.</param>
internal sealed record Connection(int? From, int? To, int? Cases, ConnectionKind Kind, bool Back)
{
    /// <summary>Of the commonest edge: below it a line is drawn to be overlooked.</summary>
    private const double RareShare = 0.1;

    /// <summary>Every edge of the SOP, in its order, after those from the start and before those to the end.</summary>
    public static IReadOnlyList<Connection> Of(Sop sop)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sop.Steps.Count; i++) numbers.TryAdd(sop.Steps[i].Id, i);
        var edges = sop.Edges.Where(edge => numbers.ContainsKey(edge.From) && numbers.ContainsKey(edge.To))
            .Select(edge => (From: numbers[edge.From], To: numbers[edge.To], edge.Cases)).ToList();
        var path = MainPath.Of(sop, edges);
        var place = path.Select((step, at) => (step, at)).ToDictionary(pair => pair.step, pair => pair.at);
        var most = edges.Select(edge => edge.Cases).DefaultIfEmpty(1).Max();
        return
        [
            .. MainPath.Starts(sop, edges).Select(step => new Connection(null, step, null, path is [var first, ..] && first == step ? ConnectionKind.Main : ConnectionKind.Usual, false)),
            .. edges.Select(edge => Inner(edge, place, most)),
            .. MainPath.Ends(sop, edges).Select(step => new Connection(step, null, null, path is [.., var last] && last == step ? ConnectionKind.Main : ConnectionKind.Usual, false)),
        ];
    }

    private static Connection Inner((int From, int To, int Cases) edge, Dictionary<int, int> place, int most)
    {
        var from = place.GetValueOrDefault(edge.From, -1);
        var to = place.GetValueOrDefault(edge.To, -1);
        var kind = from >= 0 && to == from + 1 ? ConnectionKind.Main : edge.Cases < RareShare * most ? ConnectionKind.Rare : ConnectionKind.Usual;
        return new Connection(edge.From, edge.To, edge.Cases, kind, from >= 0 && to >= 0 && to <= from);
    }
}

/// <summary>The way that most cases take from start to end.</summary>
internal static class MainPath
{
    /// <summary>From the commonest first step always along the commonest edge to a step not yet visited.</summary>
    public static IReadOnlyList<int> Of(Sop sop, IReadOnlyList<(int From, int To, int Cases)> edges)
    {
        var path = new List<int>();
        var at = Starts(sop, edges).Select(step => (int?)step).OrderByDescending(step => sop.Steps[step!.Value].Support.Cases).FirstOrDefault();
        while (at is { } step)
        {
            path.Add(step);
            var leaving = edges.Where(edge => edge.From == step).ToList();
            var ending = sop.Steps[step].Support.Cases - leaving.Where(edge => edge.To != step).Sum(edge => edge.Cases);
            at = leaving.Where(edge => !path.Contains(edge.To) && (edge.Cases >= ending || !Flow.Last(sop.Tree).Contains(step)))
                .OrderByDescending(edge => edge.Cases).Select(edge => (int?)edge.To).FirstOrDefault();
        }
        return path;
    }

    /// <summary>Where the tree lets a case begin and more cases have the step than come to it from others.</summary>
    public static IReadOnlyList<int> Starts(Sop sop, IReadOnlyList<(int From, int To, int Cases)> edges) =>
        Open(sop, Flow.First(sop.Tree), step => edges.Where(edge => edge.To == step && edge.From != step).Sum(edge => edge.Cases));

    public static IReadOnlyList<int> Ends(Sop sop, IReadOnlyList<(int From, int To, int Cases)> edges) =>
        Open(sop, Flow.Last(sop.Tree), step => edges.Where(edge => edge.From == step && edge.To != step).Sum(edge => edge.Cases));

    private static List<int> Open(Sop sop, IReadOnlyList<int> allowed, Func<int, int> joined)
    {
        var open = allowed.Where(step => sop.Steps[step].Support.Cases > joined(step)).ToList();
        return open.Count > 0 || allowed.Count == 0 ? open : [.. allowed.Take(1)];
    }
}
