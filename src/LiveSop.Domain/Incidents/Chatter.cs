using LiveSop.Domain.Text;

namespace LiveSop.Domain.Incidents;

/// <summary>Tells talks about a problem from greetings, announcements and company.</summary>
public static class Chatter
{
    /// <summary>
    /// A problem is put by one person and taken up by another, each in words that carry work. What the source records as deeds is work.
    /// </summary>
    public static bool IsIncident(Incident talk)
    {
        if (talk.Messages.Any(message => message.Activity is not null)) return true;
        var asked = talk.Messages.Any(message => message.Author.Equals(talk.Requester) && CarriesWork(message));
        return asked && talk.Messages.Any(message => !message.Author.Equals(talk.Requester) && CarriesWork(message));
    }

    private static bool CarriesWork(Message message) =>
        Sentences.Split(message.Text).Any(sentence => SpeechActs.CarriesWork(SpeechActs.Of(sentence)));
}
