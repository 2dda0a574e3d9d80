using LiveSop.Domain.Incidents;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Domain.Sops;

// STAND-IN: to be replaced at merge by the miner. One procedure of one step per place, from real evidence, so that what is around it can run.
public static class SopMiner
{
    private const int Fewest = 5;

    public static Discoveries Mine(IReadOnlyList<Message> messages, Action<string>? progress = null)
    {
        var incidents = messages.Where(message => message.Thread is not null)
            .GroupBy(message => (message.Place, message.Thread))
            .Select(group => new Incident($"{group.Key.Place}:{group.Key.Thread}", [.. group.OrderBy(message => message.At).ThenBy(message => message.Source.ToString(), StringComparer.Ordinal)]))
            .Where(incident => incident.Messages.Count > 1)
            .OrderBy(incident => incident.Id, StringComparer.Ordinal).ToList();
        progress?.Invoke($"Grouping {incidents.Count} incidents");
        var places = incidents.GroupBy(incident => incident.Place).Where(place => place.Count() >= Fewest).OrderByDescending(place => place.Count()).ThenBy(place => place.Key, StringComparer.Ordinal);
        var sops = places.Select((place, i) => Draft([.. place], i + 1)).ToList();
        var assigned = sops.SelectMany(sop => sop.Sop.Cases).ToHashSet(StringComparer.Ordinal);
        return new Discoveries(messages.Count, incidents.Count, sops, [.. incidents.Select(incident => incident.Id).Where(id => !assigned.Contains(id))]);
    }

    private static DiscoveredSop Draft(List<Incident> cases, int number)
    {
        var evidence = cases.SelectMany(one => one.Messages.Skip(1)).Select(message => message.Source).ToList();
        var step = new Step("s1", "Answer the request", "responder", evidence) { Support = new Support(cases.Count, cases.Count), Wordings = [cases[0].Messages[1].Text] };
        var sop = new Sop($"sop-stand-in-{number}", $"Handle a request in {cases[0].Place}", "Somebody asks something", [.. cases.Select(one => one.Id)],
            [step], new ProcessTree.Activity(0), [], new SopQuality(1, 1));
        var seen = cases.SelectMany(one => one.Messages).Select(message => message.At).ToList();
        return new DiscoveredSop(sop, new Observed(seen.Min(), seen.Max(), null));
    }
}
