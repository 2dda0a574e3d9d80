namespace LiveSop.Domain.Incidents;

/// <summary>
/// Cuts the messages of one place into talks. Threads are given. An un-threaded message belongs to the latest open talk in which its author
/// already takes part or is spoken to; failing that to the latest open one, if it comes soon and somebody waits there for an answer;
/// otherwise it begins a talk. A talk is open for an hour.
/// </summary>
public static class IncidentSplitter
{
    private static readonly TimeSpan Open = TimeSpan.FromHours(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(20);

    /// <param name="messages">Of one place, in any order.</param>
    /// <returns>By the time of their first messages; the same for any order of the input.</returns>
    public static IReadOnlyList<Incident> Split(IEnumerable<Message> messages)
    {
        var threads = new Dictionary<string, List<Message>>(StringComparer.Ordinal);
        var talks = new List<List<Message>>();
        foreach (var message in messages.OrderBy(m => m.At).ThenBy(m => m.Source, SourceRef.Order))
            if (message.Thread is { } thread) Thread(threads, talks, thread).Add(message);
            else Add(talks, message);
        return [.. talks.OrderBy(talk => talk[0].At).ThenBy(talk => talk[0].Source, SourceRef.Order).Select(talk => new Incident(Id(talk[0]), talk))];
    }

    private static List<Message> Thread(Dictionary<string, List<Message>> threads, List<List<Message>> talks, string thread)
    {
        if (threads.TryGetValue(thread, out var talk)) return talk;
        talks.Add(talk = []);
        return threads[thread] = talk;
    }

    private static void Add(List<List<Message>> talks, Message message)
    {
        var open = Recent(talks, message).ToList();
        var talk = open.Find(t => Concerns(t, message)) ?? open.Find(t => message.At - t[^1].At <= Soon && Waits(t));
        if (talk is null) talks.Add([message]);
        else talk.Add(message);
    }

    /// <summary>The open un-threaded talks, the latest first.</summary>
    private static IEnumerable<List<Message>> Recent(List<List<Message>> talks, Message message) =>
        talks.Where(talk => talk[0].Thread is null && message.At - talk[^1].At <= Open).OrderByDescending(talk => talk[^1].At);

    private static bool Concerns(List<Message> talk, Message message) =>
        talk.Exists(said => said.Author.Equals(message.Author)
            || said.Text.Contains('@' + message.Author.Name, StringComparison.OrdinalIgnoreCase)
            || message.Text.Contains('@' + said.Author.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Nobody has answered yet.</summary>
    private static bool Waits(List<Message> talk) => talk.TrueForAll(said => said.Author.Equals(talk[0].Author));

    /// <param name="first">The first message of a talk.</param>
    internal static string Id(Message first) => first.Thread is { } thread ? $"{first.Place}:{thread}" : first.Source.ToString()!;
}
