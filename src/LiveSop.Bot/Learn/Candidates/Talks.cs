using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>The talks that were mined, to be looked at again by their ids.</summary>
internal sealed class Talks(IReadOnlyList<Message> messages)
{
    private readonly Lazy<Dictionary<string, Incident>> all = new(() => messages.GroupBy(message => message.Place, StringComparer.Ordinal)
        .SelectMany(place => IncidentSplitter.Split(place)).DistinctBy(talk => talk.Id, StringComparer.Ordinal).ToDictionary(talk => talk.Id, StringComparer.Ordinal));

    public IReadOnlyList<Incident> Of(DiscoveredSop found) => [.. found.Solved.Select(one => all.Value.GetValueOrDefault(one.Id)).OfType<Incident>()];
}
