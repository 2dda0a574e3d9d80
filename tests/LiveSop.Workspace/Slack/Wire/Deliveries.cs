using System.Collections;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>Every envelope that Slack sent or tried to send, oldest first, and the counts. Reading takes a copy.</summary>
internal sealed class Deliveries(Ground ground) : IEnumerable<Delivery>
{
    private readonly Journal<Delivery> _all = new(ground.Remember, ground.Bell);
    private Tally _tally;

    /// <summary>Cheap to ask for, whatever the number of deliveries.</summary>
    public Tally Tally
    {
        get
        {
            lock (ground.Gate) return _tally;
        }
    }

    /// <summary>Sent and neither acked nor given up.</summary>
    public int Pending { get; private set; }

    public void Clear() => _all.Clear();

    public IEnumerator<Delivery> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(Delivery delivery)
    {
        Pending++;
        var first = delivery is { Attempt: 0, EventId: not null };
        _tally = _tally with
        {
            Sent = _tally.Sent + (delivery.Socket is null ? 0 : 1),
            Events = _tally.Events + (first ? 1 : 0),
            Retried = _tally.Retried + (delivery.Attempt > 0 ? 1 : 0),
        };
        _all.Add(delivery);
    }

    internal void Acked()
    {
        Pending--;
        _tally = _tally with { Acked = _tally.Acked + 1 };
        ground.Bell.Ring();
    }

    internal void Late()
    {
        _tally = _tally with { Late = _tally.Late + 1 };
        ground.Bell.Ring();
    }

    internal void Failed(bool forGood, bool userSees)
    {
        Pending--;
        _tally = _tally with { GivenUp = _tally.GivenUp + (forGood ? 1 : 0), UserErrors = _tally.UserErrors + (userSees ? 1 : 0) };
        ground.Bell.Ring();
    }

    internal void Doubled() => _tally = _tally with { Duplicates = _tally.Duplicates + 1 };
}
