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
    /// <summary>The condition under which it is taken, people's text.</summary>
    public string? When { get; init; }

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
            .. MainPath.Starts(sop, edges, path).Select(step => new Connection(null, step, null, path is [var first, ..] && first == step ? ConnectionKind.Main : ConnectionKind.Usual, false)),
            .. edges.Select(edge => Inner(edge, place, most)),
            .. MainPath.Ends(sop, edges, path).Select(step => new Connection(step, null, null, path is [.., var last] && last == step ? ConnectionKind.Main : ConnectionKind.Usual, false)),
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
    /// <summary>From the commonest step forwards and backwards, always along the commonest edge to a step not yet visited.</summary>
    public static IReadOnlyList<int> Of(Sop sop, IReadOnlyList<(int From, int To, int Cases)> edges)
    {
        if (sop.Steps.Count == 0) return [];
        var path = new LinkedList<int>([Enumerable.Range(0, sop.Steps.Count).MaxBy(step => sop.Steps[step].Support.Cases)]);
        while (Next(edges.Where(edge => edge.From == path.Last!.Value).Select(edge => (edge.To, edge.Cases)), path) is { } after) path.AddLast(after);
        while (Next(edges.Where(edge => edge.To == path.First!.Value).Select(edge => (edge.From, edge.Cases)), path) is { } before) path.AddFirst(before);
        return [.. path];
    }

    /// <summary>The first step of the main path, and what nothing drawn leads to.</summary>
    public static IReadOnlyList<int> Starts(Sop sop, IReadOnlyList<(int From, int To, int Cases)> edges, IReadOnlyList<int> path) =>
        [.. Enumerable.Range(0, sop.Steps.Count).Where(step => path[0] == step || !edges.Any(edge => edge.To == step && edge.From != step))];

    public static IReadOnlyList<int> Ends(Sop sop, IReadOnlyList<(int From, int To, int Cases)> edges, IReadOnlyList<int> path) =>
        [.. Enumerable.Range(0, sop.Steps.Count).Where(step => path[^1] == step || !edges.Any(edge => edge.From == step && edge.To != step))];

    private static int? Next(IEnumerable<(int Step, int Cases)> reached, LinkedList<int> path) =>
        reached.Where(next => !path.Contains(next.Step)).OrderByDescending(next => next.Cases).Select(next => (int?)next.Step).FirstOrDefault();
}
