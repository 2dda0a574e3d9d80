using System.Collections.Immutable;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Wire;

/// <summary>The sockets of one app, at most ten.</summary>
internal sealed class AppSockets(SlackApp app, Ground ground)
{
    public const int Most = 10;

    private ImmutableArray<Socket> _open = [];

    /// <summary>Open ones, oldest first.</summary>
    public IReadOnlyList<Socket> Open => _open;

    /// <summary>Ever opened.</summary>
    public int Opened { get; private set; }

    /// <summary>The fewest that were open at once since <see cref="Watch"/>.</summary>
    public int Fewest { get; private set; }

    public void Watch() => Fewest = _open.Length;

    public int NextNumber() => ++Opened;

    /// <summary>Greets it and counts it in, or sends it away.</summary>
    /// <returns>False where it may not stay.</returns>
    public bool Admit(Socket socket, bool linkDisabled, bool greet)
    {
        if (linkDisabled || _open.Length >= Most)
        {
            socket.SayGoodbye(linkDisabled ? "link_disabled" : "too_many_websockets");
            socket.Close();
            return false;
        }
        if (!greet) return true;
        socket.Send(Hello(_open.Length + 1));
        socket.IsOpen = true;
        _open = _open.Add(socket);
        return true;
    }

    public void Remove(Socket socket)
    {
        _open = _open.Remove(socket);
        Fewest = Math.Min(Fewest, _open.Length);
    }

    /// <summary>Any of them: Slack promises no pattern. One that was told to go is chosen only where there is no other. Null where none is open.</summary>
    public Socket? Choose()
    {
        var open = _open;
        var staying = 0;
        foreach (var socket in open) staying += socket is { IsOpen: true, IsLeaving: false } ? 1 : 0;
        var skip = ground.Dice.Below(Math.Max(staying, 1));
        foreach (var socket in open)
            if (socket.IsOpen && (staying == 0 || !socket.IsLeaving) && skip-- == 0) return socket;
        return null;
    }

    private Frame Hello(int connections) => new(JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "hello");
        json.WriteNumber("num_connections", connections);
        json.WriteStartObject("debug_info");
        json.WriteString("host", "applink-simulated");
        json.WriteNumber("build_number", 54);
        json.WriteNumber("approximate_connection_time", (int)ground.SocketLifetime.TotalSeconds);
        json.WriteEndObject();
        json.WriteStartObject("connection_info");
        json.WriteString("app_id", app.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }));
}
