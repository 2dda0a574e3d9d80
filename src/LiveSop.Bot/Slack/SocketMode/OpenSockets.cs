using System.Collections.Immutable;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>How well the bot hears.</summary>
/// <param name="Open">Sockets that have been greeted; between renewals, as many as configured.</param>
/// <param name="LastHello">When Slack last greeted one; null before the first.</param>
/// <param name="Foreign">Sockets of this app that are not ours: another process takes part of the events. 0 unless two greetings in a row say so.</param>
/// <param name="Alarm">What somebody must see to; null where all is well.</param>
internal sealed record SocketHealth(int Open, DateTimeOffset? LastHello, int Foreign, SocketTrouble? Alarm);

/// <summary>The sockets of one app that can be used now.</summary>
internal sealed class OpenSockets(TimeProvider time)
{
    private readonly Lock gate = new();
    private ImmutableArray<SocketSession> sessions = [];
    private DateTimeOffset? lastHello;
    private SocketTrouble? alarm;
    private int foreign;
    private int foreignBefore;

    public SocketHealth Health
    {
        get
        {
            lock (gate) return new SocketHealth(sessions.Count(session => session.Socket.IsOpen), lastHello, Math.Min(foreign, foreignBefore), alarm);
        }
    }

    public ImmutableArray<SocketSession> All
    {
        get
        {
            lock (gate) return sessions;
        }
    }

    public void Add(SocketSession session, Frame.Hello hello)
    {
        lock (gate)
        {
            sessions = sessions.Add(session);
            lastHello = time.GetUtcNow();
            alarm = null;
            // Right after a renewal Slack may still count the socket that it replaced.
            (foreignBefore, foreign) = (foreign, Math.Max(0, (hello.Connections ?? 0) - sessions.Length));
        }
    }

    public void Remove(SocketSession session)
    {
        lock (gate) sessions = sessions.Remove(session);
    }

    public void Raise(SocketTrouble trouble)
    {
        lock (gate) alarm = trouble;
    }

    /// <summary>By the socket that brought what the frame answers, else by any other; false where none is open.</summary>
    public async Task<bool> SendAsync(SlackSocket preferred, ReadOnlyMemory<byte> frame)
    {
        if (await preferred.SendAsync(frame)) return true;
        foreach (var session in All)
        {
            if (session.Socket != preferred && await session.Socket.SendAsync(frame)) return true;
        }
        return false;
    }
}
