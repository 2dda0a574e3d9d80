namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>Why a socket is to be replaced, or did not come about.</summary>
internal abstract record SocketTrouble
{
    private SocketTrouble()
    {
    }

    /// <summary>It works, and is about to end: Slack said so, or its time is nearly up.</summary>
    internal sealed record Ending(string Reason) : SocketTrouble;

    /// <summary>It is gone, or was never reached.</summary>
    internal sealed record Lost(string Why) : SocketTrouble;

    /// <summary>Slack wants to be left alone for a while.</summary>
    internal sealed record Busy(TimeSpan Delay) : SocketTrouble;

    /// <summary>Socket Mode is switched off in the app's settings.</summary>
    internal sealed record LinkDisabled : SocketTrouble;

    /// <summary>The app has more than ten sockets, in all its processes together.</summary>
    internal sealed record TooMany : SocketTrouble;

    /// <summary>It is hopeless until somebody changes the token or the app.</summary>
    /// <param name="Code">Slack's error, such as <c>invalid_auth</c>.</param>
    internal sealed record Refused(string Code) : SocketTrouble;

    /// <summary>Somebody should know.</summary>
    public bool IsAlarm => this is LinkDisabled or TooMany or Refused;

    /// <param name="reason">Of a <c>disconnect</c> frame. New reasons will come, and all mean that the socket goes.</param>
    public static SocketTrouble Of(string reason) => reason switch
    {
        "link_disabled" => new LinkDisabled(),
        "too_many_websockets" => new TooMany(),
        _ => new Ending(reason),
    };
}
