using LiveSop.Domain.Activities;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Drafting;
using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops;

/// <summary>What the incidents of one kind have in common, where it is known already that they are of one kind.</summary>
public static class OneFamily
{
    /// <returns>Null where nothing recurs in them.</returns>
    public static DiscoveredSop? Of(IReadOnlyList<Incident> incidents)
    {
        if (incidents.Count == 0) return null;
        var reader = new Reader();
        var readings = new Dictionary<Message, Reading>(ReferenceEqualityComparer.Instance);
        foreach (var message in incidents.SelectMany(incident => incident.Messages)) readings[message] = reader.Read(message.Text);
        var family = new Family(incidents, ActivityMiner.Mine(incidents, message => readings[message], reader));
        return family.Work.All.Count == 0
            ? null
            : SopDrafter.Draft(family, Contrast.Over([family.Requests]), new PeopleNames(incidents.SelectMany(incident => incident.Messages).Select(message => message.Author.Name).Distinct()));
    }
}
