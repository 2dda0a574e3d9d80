using LiveSop.Domain.Activities;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Drafting;
using LiveSop.Domain.Sops.Wording;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops;

/// <summary>
/// A single case as a procedure: what its responders did, asked and said, in their order. Nothing tells habit from chance yet, so each thing is a step of its
/// own, and none is optional.
/// </summary>
public static class OneCase
{
    /// <summary>What follows in a longer talk is left out.</summary>
    public const int MostSteps = 40;

    /// <summary>A sentence that no rule can word is quoted from so many words on: "Me!" tells nobody what to do.</summary>
    private const int FewestWords = 3;

    /// <param name="talk">All of one talk, in any order.</param>
    /// <returns>Null where there is nothing to learn: nobody asked, or nobody else took it up in words that carry work.</returns>
    public static DiscoveredSop? Of(IReadOnlyList<Message> talk)
    {
        if (talk.Count == 0) return null;
        var ordered = talk.OrderBy(message => message.At).ThenBy(message => message.Source, SourceRef.Order).ToList();
        var people = new PeopleNames(ordered.Select(message => message.Author.Name).Distinct());
        var incident = new Incident(IncidentSplitter.Id(ordered[0]), [.. ordered.Select(message => Nameless(message, people))]);
        if (!Chatter.IsIncident(incident)) return null;
        var deeds = Deeds(incident);
        return deeds.Count == 0 ? null : Draft(new Family([incident], Work(deeds)), people);
    }

    /// <summary>Many cases lose their names in what they have in common; one alone has to be rid of them first.</summary>
    private static Message Nameless(Message message, PeopleNames people) => message with { Text = people.Mask(Placeholders.Mask(Emoji.Remove(message.Text))) };

    private static DiscoveredSop Draft(Family family, PeopleNames people)
    {
        var contrast = Contrast.Over([[.. family.Incidents.SelectMany(incident => incident.Messages).Select(message => message.Text)]]);
        var draft = SopDrafter.Draft(family, contrast, people);
        var (title, trigger) = RequestOfOne.Of(family.Requests[0], contrast);
        return draft with { Sop = draft.Sop with { Id = Slug.SopId(title), Title = title, Trigger = trigger } };
    }

    /// <summary>Sentence by sentence; what is said twice in a row is one deed, with all that shows it.</summary>
    private static List<List<Message>> Deeds(Incident incident)
    {
        var responses = incident.Messages.Where(message => !message.Author.Equals(incident.Requester)).Select(message => (Message: message, Said: Working(message))).ToList();
        var doers = responses.Where(response => response.Said.Any(IsWorded)).Select(response => response.Message.Author).ToHashSet();
        var deeds = new List<(string Title, List<Message> Shown)>();
        foreach (var message in responses.SelectMany(response => Told(response.Message, response.Said, doers)))
        {
            var title = StepTitle.From([message.Text]);
            if (deeds.Count > 0 && deeds[^1].Title == title) deeds[^1].Shown.Add(message);
            else if (deeds.Count == MostSteps) break;
            else deeds.Add((title, [message]));
        }
        return doers.Count == 0 && deeds.Count < 2 ? [] : [.. deeds.Select(deed => deed.Shown)];
    }

    private static List<string> Working(Message message) => [.. Sentences.Split(message.Text).Where(sentence => SpeechActs.CarriesWork(SpeechActs.Of(sentence)))];

    private static bool IsWorded(string sentence) => Imperative.Drafts(MaskedForTitle.Of(sentence)).Count > 0;

    /// <summary>What the rules can word. Where they can word nothing, of those who work on the case the sentences that are more than an exclamation; of all where, as in another language, nobody is understood.</summary>
    private static IEnumerable<Message> Told(Message message, List<string> said, HashSet<Person> doers)
    {
        var told = said.FindAll(IsWorded);
        if (told.Count == 0 && (doers.Count == 0 || doers.Contains(message.Author))) told = said.FindAll(sentence => Tokens.Of(sentence).Count >= FewestWords);
        return told.Select(sentence => message with { Text = sentence });
    }

    private static ActivityTraces Work(List<List<Message>> deeds) => new(
        [.. deeds.Select(deed => new Activity(null, deed, [.. deed.Select(message => message.Text).Distinct()]))],
        [[.. deeds.SelectMany((deed, at) => deed.Select(message => new TraceEvent(at, message)))]]);
}
