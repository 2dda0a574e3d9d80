using LiveSop.Domain.Incidents;

namespace LiveSop.Domain.Activities;

/// <summary>A responder's message, and what the requester said around it: the answer often tells best what was asked.</summary>
/// <param name="Before">The requester's last messages since the responders spoke; may be empty.</param>
/// <param name="After">The requester's first messages before the responders speak again; may be empty.</param>
public sealed record Turn(Message Message, IReadOnlyList<Message> Before, IReadOnlyList<Message> After)
{
    private const int Around = 2;

    /// <summary>The turns of an incident, in order. Deeds that the source itself names are no turns: nothing is to be found out about them.</summary>
    public static IReadOnlyList<Turn> Of(Incident incident)
    {
        var turns = new List<(Message Message, List<Message> Before, List<Message> After)>();
        var said = new List<Message>();
        foreach (var message in incident.Messages.Where(message => message.Activity is null))
            if (message.Author.Equals(incident.Requester))
            {
                said.Add(message);
                if (turns.Count > 0) turns[^1].After.Add(message);
            }
            else
            {
                turns.Add((message, said, []));
                said = [];
            }
        return [.. turns.Select(turn => new Turn(turn.Message, [.. turn.Before.TakeLast(Around)], [.. turn.After.Take(Around)]))];
    }
}
