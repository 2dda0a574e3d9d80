namespace LiveSop.Bot.Slack.Payloads;

/// <summary>One message on the socket. <see cref="Envelope.Parse"/> makes it.</summary>
internal abstract record Frame
{
    private Frame()
    {
    }

    /// <summary>The first frame of a socket: from here on it is connected.</summary>
    /// <param name="Connections">Live sockets of this app, this one included; null where Slack does not say.</param>
    /// <param name="ExpectedLife">How long Slack thinks the socket will live; a hint, null where it is not given.</param>
    internal sealed record Hello(string? AppId, int? Connections, TimeSpan? ExpectedLife) : Frame;

    /// <summary>The socket is about to go.</summary>
    /// <param name="Reason">Slack's word: <c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>, <c>too_many_websockets</c>, or one yet unknown.</param>
    internal sealed record Disconnect(string Reason) : Frame;

    /// <summary>Something happened, and Slack wants to know that we have it.</summary>
    internal sealed record Delivery(Envelope Envelope) : Frame;

    /// <summary>Nothing that can be acted on or acknowledged.</summary>
    /// <param name="Why">For a log: says what is wrong and quotes nothing.</param>
    internal sealed record Unreadable(string Why) : Frame;
}
