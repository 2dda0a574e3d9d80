using LiveSop.Domain.Text;

namespace LiveSop.Domain.Incidents;

/// <summary>Tells talks about a problem from greetings, announcements and company.</summary>
public static class Chatter
{
    /// <summary>Of all answers.</summary>
    private const double LeastInCharge = 0.4;

    /// <summary>The same where somebody came back to it.</summary>
    private const double LeastOfHelpers = 0.25;

    /// <summary>
    /// A problem is put by one person and taken up by another, each in words that carry work. What the source records as deeds is work.
    /// </summary>
    public static bool IsIncident(Incident talk)
    {
        if (talk.Messages.Any(message => message.Activity is not null)) return true;
        var asked = talk.Messages.Any(message => message.Author.Equals(talk.Requester) && CarriesWork(message));
        return asked && talk.Messages.Any(message => !message.Author.Equals(talk.Requester) && CarriesWork(message));
    }

    /// <summary>
    /// Somebody took charge: one responder spoke more than once, and said a good part of what was answered, or did something that the source records.
    /// To birthdays and announcements many people say one thing each, and where there are enough of them, one of them two. Where many help, one of them
    /// comes back once the requester has said what became of it.
    /// </summary>
    public static bool HasOwner(Incident talk)
    {
        if (talk.Messages.Any(message => message.Activity is not null)) return true;
        var answers = talk.Messages.Where(message => !message.Author.Equals(talk.Requester)).ToList();
        var most = answers.CountBy(message => message.Author.Id).Select(author => author.Value).DefaultIfEmpty().Max();
        return most > 1 && most > (HasReturned(talk) ? LeastOfHelpers : LeastInCharge) * answers.Count;
    }

    /// <summary>Whoever answers, hears what becomes of it and answers again.</summary>
    private static bool HasReturned(Incident talk)
    {
        var (waiting, heard) = (new HashSet<string>(), new HashSet<string>());
        foreach (var message in talk.Messages)
        {
            if (message.Author.Equals(talk.Requester)) heard.UnionWith(waiting);
            else if (heard.Contains(message.Author.Id)) return true;
            else waiting.Add(message.Author.Id);
        }
        return false;
    }

    private static bool CarriesWork(Message message) =>
        Sentences.Split(message.Text).Any(sentence => SpeechActs.CarriesWork(SpeechActs.Of(sentence)));
}
