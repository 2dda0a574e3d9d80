namespace LiveSop.Domain.Incidents;

/// <summary>The messages that concern one problem, from the request to its resolution.</summary>
public sealed record Incident
{
    /// <param name="id">For Slack <c>CHANNEL:TS</c> of the root; otherwise <c>PLACE:THREAD</c>.</param>
    /// <param name="messages">In the order they were sent; at least one.</param>
    public Incident(string id, IReadOnlyList<Message> messages)
    {
        if (messages.Count == 0) throw new ArgumentException("An incident has at least one message.", nameof(messages));
        Id = id;
        Messages = messages;
    }

    public string Id { get; }

    public IReadOnlyList<Message> Messages { get; }

    /// <summary>Who asked: whoever spoke first.</summary>
    public Person Requester => Messages[0].Author;

    public string Place => Messages[0].Place;

    public DateTimeOffset StartedAt => Messages[0].At;
}
