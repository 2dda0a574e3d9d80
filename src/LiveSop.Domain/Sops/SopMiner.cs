using System.Globalization;
using LiveSop.Domain.Activities;
using LiveSop.Domain.Families;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Drafting;
using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;
using LiveSop.Domain.Vectors;

namespace LiveSop.Domain.Sops;

/// <summary>The learning spine in one call: messages, incidents, families, activities, process trees, drafts.</summary>
public static class SopMiner
{
    /// <summary>Fewer cases show habits, not a procedure.</summary>
    private const int FewestCases = 4;

    /// <summary>One thing done is no procedure.</summary>
    private const int FewestSteps = 2;

    /// <summary>Of the talks of a kind: where nobody takes charge, people keep each other company.</summary>
    private const double MostTakenCharge = 0.5;

    /// <param name="messages">In any order; the result does not depend on it.</param>
    /// <param name="progress">Told what is being done, in a few words.</param>
    public static Discoveries Mine(IReadOnlyList<Message> messages, Action<string>? progress = null)
    {
        progress?.Invoke(Say($"Cutting {messages.Count:N0} messages into incidents"));
        var talks = messages.GroupBy(message => message.Place, StringComparer.Ordinal).OrderBy(place => place.Key, StringComparer.Ordinal)
            .SelectMany(place => IncidentSplitter.Split(place)).AsParallel().AsOrdered().Where(Chatter.IsIncident).ToList();
        progress?.Invoke(Say($"Grouping {talks.Count:N0} talks by kind"));
        var reader = new Reader();
        var readings = new Dictionary<Message, Reading>(ReferenceEqualityComparer.Instance);
        foreach (var message in talks.SelectMany(talk => talk.Messages)) readings[message] = reader.Read(message.Text);
        Reading Read(Message message) => readings[message];
        var kinds = Kinds(talks, Read, reader).Where(IsWork).ToList();
        progress?.Invoke(Say($"Finding the steps of {kinds.Count:N0} kinds of incidents"));
        var families = kinds.Where(kind => kind.Count >= FewestCases).AsParallel().AsOrdered()
            .Select(kind => new Family(kind, ActivityMiner.Mine(kind, Read, reader))).Where(family => family.Work.All.Count >= FewestSteps).ToList();
        progress?.Invoke(Say($"Discovering and wording {families.Count:N0} procedures"));
        var sops = Draft(families, new PeopleNames(messages.Select(message => message.Author.Name).Distinct()));
        var assigned = sops.SelectMany(sop => sop.Sop.Cases).ToHashSet(StringComparer.Ordinal);
        return new(messages.Count, kinds.Sum(kind => kind.Count), sops,
            [.. kinds.SelectMany(kind => kind).Select(incident => incident.Id).Where(id => !assigned.Contains(id)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A log of deeds is of one kind as it stands; talk is grouped by its words, and what is like nothing else stays alone.</summary>
    private static IEnumerable<IReadOnlyList<Incident>> Kinds(List<Incident> incidents, Func<Message, Reading> read, Reader reader)
    {
        var logs = incidents.Where(IsLog).GroupBy(incident => incident.Place, StringComparer.Ordinal).Select(log => (IReadOnlyList<Incident>)[.. log]);
        var talks = incidents.Where(incident => !IsLog(incident)).ToList();
        var families = FamilyMiner.Group([.. talks.Select(talk => Profile(talk, read, reader))], reader.Terms);
        var kinds = talks.Zip(families).Index().GroupBy(entry => entry.Item.Second >= 0 ? entry.Item.Second : -1 - entry.Index, entry => entry.Item.First);
        return logs.Concat(kinds.Select(kind => (IReadOnlyList<Incident>)[.. kind]));
    }

    private static bool IsWork(IReadOnlyList<Incident> kind) => kind.Count(Chatter.HasOwner) >= MostTakenCharge * kind.Count;

    private static bool IsLog(Incident incident) => incident.Messages.All(message => message.Activity is not null);

    private static SparseVector Profile(Incident talk, Func<Message, Reading> read, Reader reader) =>
        SparseVector.Of(talk.Messages.SelectMany(message => read(message).Stems).Where(reader.IsContent).Select(stem => (stem, 1f)));

    private static List<DiscoveredSop> Draft(List<Family> families, PeopleNames people)
    {
        var contrast = Contrast.Over(families.Select(family => family.Requests));
        var drafts = families.AsParallel().AsOrdered().Select(family => SopDrafter.Draft(family, contrast, people))
            .OrderByDescending(draft => draft.Sop.Cases.Count).ThenBy(draft => draft.Sop.Cases[0], StringComparer.Ordinal).ToList();
        var ids = Slug.Unique(drafts.Select(draft => draft.Sop.Id));
        return [.. drafts.Select((draft, i) => draft with { Sop = draft.Sop with { Id = ids[i] } })];
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
