using LiveSop.Domain.Incidents;
using LiveSop.Domain.Text;

namespace LiveSop.Domain.Digests;

/// <summary>Finds requests that nobody has taken up: somebody asks or tells of a trouble, and for hours nobody but them has spoken there.</summary>
public static class Ageing
{
    public static readonly TimeSpan Youngest = TimeSpan.FromHours(4);

    /// <summary>What is older was let go, or answered elsewhere.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(3);

    /// <param name="messages">Of any places.</param>
    /// <returns>The oldest first.</returns>
    public static IReadOnlyList<Incident> Of(IEnumerable<Message> messages, DateTimeOffset now) =>
    [
        .. messages.Where(IsPartOfTalk).GroupBy(message => message.Place, StringComparer.Ordinal).SelectMany(place => IncidentSplitter.Split(place))
            .Where(talk => now - talk.StartedAt is var age && age >= Youngest && age <= Oldest && IsWaiting(talk))
            .OrderBy(talk => talk.StartedAt).ThenBy(talk => talk.Id, StringComparer.Ordinal),
    ];

    /// <summary>What an app says outside threads is nobody's request, and the next request is no answer to it.</summary>
    private static bool IsPartOfTalk(Message message) => !message.Author.IsApp || message.Thread is not null;

    /// <summary>An app takes nothing up; and whoever thanks last, or says that it works, waits for nobody.</summary>
    private static bool IsWaiting(Incident talk)
    {
        if (talk.Requester.IsApp || talk.Messages.Any(message => message.Activity is not null)) return false;
        var said = talk.Messages.Where(message => !message.Author.IsApp).ToList();
        return said.TrueForAll(message => message.Author.Equals(talk.Requester)) && said.Exists(message => Asking.Asks(message.Text)) && Sentences.Split(said[^1].Text).Any(IsWork);
    }

    private static bool IsWork(string sentence) => SpeechActs.CarriesWork(SpeechActs.Of(sentence));
}
