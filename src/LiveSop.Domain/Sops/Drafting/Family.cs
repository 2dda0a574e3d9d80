using LiveSop.Domain.Activities;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Drafting;

/// <summary>The incidents of one kind, and what was done in them.</summary>
internal sealed record Family(IReadOnlyList<Incident> Incidents, ActivityTraces Work)
{
    /// <summary>What each requester wanted: the first of their messages that is more than a greeting.</summary>
    public IReadOnlyList<string> Requests { get; } = [.. Incidents.Select(Request)];

    /// <summary>The source itself records every deed.</summary>
    public bool IsLog => Work.All.All(activity => activity.Name is not null);

    private static string Request(Incident incident)
    {
        var said = incident.Messages.Where(message => message.Author.Equals(incident.Requester)).Select(message => message.Text).ToList();
        return said.Find(text => Sentences.Split(text).Any(sentence => SpeechActs.CarriesWork(SpeechActs.Of(sentence)))) ?? said[0];
    }
}
