using System.Collections.Immutable;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Workspace.Slack.Trouble;

/// <summary>Everything that goes wrong at Slack, on demand. Seeded; may be turned while it runs; every switch counts how often it struck.</summary>
internal sealed class Chaos(Ground ground, Func<IEnumerable<Socket>> sockets)
{
    private ImmutableArray<(Switch Switch, CallTrouble Trouble, string? Method)> _calls = [];
    private ImmutableArray<(Switch Switch, Mishap Mishap, string? Type)> _envelopes = [];
    private ulong _switches;

    /// <summary>New sockets are accepted and never greeted.</summary>
    public bool NeverGreet { get; set; }

    /// <summary>Socket Mode is switched off in the app's settings: each socket that is opened is told so and closed.</summary>
    public bool LinkDisabled { get; set; }

    /// <summary>The WebSocket handshake is refused with this status.</summary>
    public int? RefuseHandshake { get; set; }

    /// <param name="method">A Web API method; null strikes all of them.</param>
    public Switch OnCalls(CallTrouble trouble, When? when = null, string? method = null)
    {
        var fresh = new Switch(when ?? When.Always, Dice(), gone => ImmutableInterlocked.Update(ref _calls, all => all.RemoveAll(c => c.Switch == gone)));
        ImmutableInterlocked.Update(ref _calls, all => all.Add((fresh, trouble, method)));
        return fresh;
    }

    /// <param name="type">An envelope's type, such as <c>events_api</c>; null strikes all.</param>
    public Switch OnEnvelopes(Mishap mishap, When? when = null, string? type = null)
    {
        var fresh = new Switch(when ?? When.Always, Dice(), gone => ImmutableInterlocked.Update(ref _envelopes, all => all.RemoveAll(c => c.Switch == gone)));
        ImmutableInterlocked.Update(ref _envelopes, all => all.Add((fresh, mishap, type)));
        return fresh;
    }

    /// <summary>All switches off. Sockets that were struck stay as they are.</summary>
    public void End()
    {
        foreach (var (one, _, _) in _calls) one.Dispose();
        foreach (var (one, _, _) in _envelopes) one.Dispose();
        (NeverGreet, LinkDisabled, RefuseHandshake) = (false, false, null);
    }

    /// <summary><c>warning</c>, and the close ten seconds later.</summary>
    public void Warn() => Each(socket =>
    {
        socket.SayGoodbye("warning");
        ground.Agenda.After(TimeSpan.FromSeconds(10), socket.Close);
    });

    /// <summary><c>refresh_requested</c>; closing at once or leaving that to the client.</summary>
    public void Refresh(bool close = false) => Each(socket =>
    {
        socket.SayGoodbye("refresh_requested");
        if (close) socket.Close();
    });

    /// <summary>Tells all sockets so and closes them, and those that come, until it is switched off.</summary>
    public void DisableLink()
    {
        LinkDisabled = true;
        Each(socket =>
        {
            socket.SayGoodbye("link_disabled");
            socket.Close();
        });
    }

    /// <summary>Alive by its pongs, yet nothing is delivered and no ack is read, while Slack goes on choosing it.</summary>
    public void Deafen() => Each(socket => socket.Deafen());

    /// <summary>Half-open: neither reads nor writes, not even pongs.</summary>
    public void Freeze() => Each(socket => socket.Freeze());

    public void ResetConnections() => Each(socket => socket.Reset());

    /// <summary>An orderly close.</summary>
    public void Close() => Each(socket => socket.Close());

    /// <summary>The close frame, after which the connection stays open for ever.</summary>
    public void CloseWithoutHangingUp() => Each(socket => socket.CloseButStay());

    /// <summary>Any frame, such as half a JSON document.</summary>
    public void Say(string text) => Each(socket => socket.Send(Frame.Of(text)));

    public void SayBinary(byte[] bytes) => Each(socket => socket.Send(new Frame(bytes) { Binary = true }));

    public void SayBrokenJson() => Say("""{"envelope_id":"broken-1","type":"events_api","payload":{"event":{"type":"mess""");

    internal (CallTrouble What, CancellationToken Ended)? Strike(string method)
    {
        foreach (var (one, trouble, only) in _calls)
            if ((only is null || only == method) && one.Strikes()) return (trouble, one.Ended);
        return null;
    }

    internal bool Strikes(Mishap mishap, string type)
    {
        foreach (var (one, what, only) in _envelopes)
            if (what == mishap && (only is null || only == type) && one.Strikes()) return true;
        return false;
    }

    internal bool IsQuiet => _envelopes.IsEmpty;

    private Dice Dice()
    {
        lock (ground.Gate) return ground.Dice.Fork("trouble", (int)_switches++);
    }

    private void Each(Action<Socket> strike)
    {
        foreach (var socket in sockets()) strike(socket);
    }
}
