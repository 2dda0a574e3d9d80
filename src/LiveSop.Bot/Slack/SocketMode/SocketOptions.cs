using System.ComponentModel.DataAnnotations;

namespace LiveSop.Bot.Slack.SocketMode;

/// <summary>How the bot listens. Section <c>Slack</c>.</summary>
internal sealed class SocketOptions
{
    /// <summary>
    /// Sockets that are open at once, so that one that died unnoticed costs no more than a redelivery. Slack allows an app ten, all its
    /// processes together, and each renewal needs one more for some seconds.
    /// </summary>
    [Range(1, 10)]
    public int Sockets { get; set; } = 2;

    /// <summary>Between the openings of two sockets, so that they do not end together either.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Stagger { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a silent peer is asked whether it lives.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it may take to answer that.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>From connecting to Slack's greeting.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan HelloTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a replaced socket is still read.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to stay away from an app whose Socket Mode is switched off, before asking again.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan Probe { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Envelopes that may wait for their acknowledgement; beyond that nothing is read until one is done.</summary>
    [Range(1, 100_000)]
    public int InFlight { get; set; } = 1000;

    /// <summary>Bytes of the longest frame that is read; longer ones are passed over.</summary>
    [Range(64 * 1024, 64 * 1024 * 1024)]
    public int LongestFrame { get; set; } = 4 * 1024 * 1024;
}
