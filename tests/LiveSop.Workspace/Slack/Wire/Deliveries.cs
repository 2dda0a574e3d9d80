using System.Collections;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>Every envelope that Slack sent or tried to send, oldest first, and the counts. Reading takes a copy.</summary>
internal sealed class Deliveries(Ground ground) : IEnumerable<Delivery>
{
    private readonly Journal<Delivery> _all = new(ground.Remember, ground.Bell);

    public Tally Tally { get; private set; }

    /// <summary>Sent and neither acked nor given up.</summary>
    public int Pending { get; private set; }

    public void Clear() => _all.Clear();

    public IEnumerator<Delivery> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(Delivery delivery)
    {
        Pending++;
        var first = delivery is { Attempt: 0, EventId: not null };
        Tally = Tally with
        {
            Sent = Tally.Sent + (delivery.Socket is null ? 0 : 1),
            Events = Tally.Events + (first ? 1 : 0),
            Retried = Tally.Retried + (delivery.Attempt > 0 ? 1 : 0),
        };
        _all.Add(delivery);
    }

    internal void Acked()
    {
        Pending--;
        Tally = Tally with { Acked = Tally.Acked + 1 };
        ground.Bell.Ring();
    }

    internal void Late()
    {
        Tally = Tally with { Late = Tally.Late + 1 };
        ground.Bell.Ring();
    }

    internal void Failed(bool forGood, bool userSees)
    {
        Pending--;
        Tally = Tally with { GivenUp = Tally.GivenUp + (forGood ? 1 : 0), UserErrors = Tally.UserErrors + (userSees ? 1 : 0) };
        ground.Bell.Ring();
    }

    internal void Doubled() => Tally = Tally with { Duplicates = Tally.Duplicates + 1 };
}
