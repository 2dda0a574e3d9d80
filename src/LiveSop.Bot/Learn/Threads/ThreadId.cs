using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Learn.Threads;

/// <summary>A thread by its first message, or a message that stands alone.</summary>
internal readonly record struct ThreadId(ChannelId Channel, MessageTs Ts)
{
    /// <summary>The one that a shortcut was chosen in.</summary>
    public static ThreadId Of(SlackPayload.MessageShortcut chosen) => new(chosen.Channel, chosen.Message.ThreadTs ?? chosen.Message.Ts);

    /// <summary>As mining names a talk: <c>CHANNEL:TS</c>.</summary>
    public override string ToString() => new SourceRef.Slack(Channel.Value, Ts.Value).ToString();
}
