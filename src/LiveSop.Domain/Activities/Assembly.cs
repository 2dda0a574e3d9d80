using LiveSop.Domain.Incidents;

namespace LiveSop.Domain.Activities;

/// <summary>Puts what was found out about turns together with the deeds that the source names.</summary>
internal static class Assembly
{
    private const int MostTypical = 200;

    /// <summary>A deed that the source names is certain, so rarer ones count than of what was found out from words.</summary>
    private const double LeastShareOfDeeds = 0.05;

    /// <param name="states">For each turn its state.</param>
    /// <param name="kept">The states that are activities.</param>
    public static ActivityTraces Of(IReadOnlyList<Incident> incidents, List<Turn> turns, int[] states, HashSet<int> kept, TurnFeatures features)
    {
        var keys = new Dictionary<Message, object>(ReferenceEqualityComparer.Instance);
        for (var t = 0; t < turns.Count; t++)
            if (kept.Contains(states[t])) keys[turns[t].Message] = states[t];
        foreach (var deed in Deeds(incidents)) keys[deed] = deed.Activity!;
        var traces = incidents.Select(incident => incident.Messages.Where(keys.ContainsKey).ToList()).ToList();
        var order = Order(traces, keys);
        var typical = Typical(turns, states, features);
        var activities = order.Select(key => Activity(key, [.. traces.SelectMany(trace => trace).Where(message => keys[message].Equals(key))], typical));
        var index = order.Select((key, i) => (key, i)).ToDictionary(entry => entry.key, entry => entry.i);
        return new([.. activities], [.. traces.Select(trace => (IReadOnlyList<TraceEvent>)[.. trace.Select(message => new TraceEvent(index[keys[message]], message))])]);
    }

    /// <summary>Those that happen often enough; the source's names are taken as they are.</summary>
    private static IEnumerable<Message> Deeds(IReadOnlyList<Incident> incidents)
    {
        var frequent = incidents.SelectMany(incident => incident.Messages.Select(message => message.Activity).OfType<string>().Distinct())
            .CountBy(name => name, StringComparer.Ordinal).Where(name => name.Value >= LeastShareOfDeeds * incidents.Count)
            .Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        return incidents.SelectMany(incident => incident.Messages).Where(message => message.Activity is { } name && frequent.Contains(name));
    }

    /// <summary>By where in a case each comes first, on average: the order in which a person would list them.</summary>
    private static List<object> Order(List<List<Message>> traces, Dictionary<Message, object> keys)
    {
        var places = new Dictionary<object, (double Sum, int Count, string Tie)>();
        foreach (var trace in traces)
            foreach (var (place, message) in trace.Index().DistinctBy(entry => keys[entry.Item]))
            {
                var (sum, count, tie) = places.GetValueOrDefault(keys[message], (0, 0, message.Source.ToString()!));
                places[keys[message]] = (sum + ((double)place / trace.Count), count + 1, tie);
            }
        return [.. places.OrderBy(place => place.Value.Sum / place.Value.Count).ThenBy(place => place.Value.Tie, StringComparer.Ordinal).Select(place => place.Key)];
    }

    private static Activity Activity(object key, IReadOnlyList<Message> messages, Func<int, IReadOnlyList<string>> typical) =>
        key is int state ? new(null, messages, typical(state)) : new((string)key, messages, [(string)key]);

    private static Func<int, IReadOnlyList<string>> Typical(List<Turn> turns, int[] states, TurnFeatures features) => state =>
    {
        var centre = new float[features.Terms];
        for (var t = 0; t < turns.Count; t++)
            if (states[t] == state) features.Own[t].AddTo(centre);
        return [.. Enumerable.Range(0, turns.Count).Where(t => states[t] == state)
            .OrderByDescending(t => features.Own[t].Dot(centre))
            .ThenBy(t => t)
            .Select(t => turns[t].Message.Text).Distinct(StringComparer.Ordinal).Take(MostTypical)];
    };
}
