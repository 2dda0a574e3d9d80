using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>Something that somebody asked in a channel, by the message that begins it.</summary>
/// <param name="Text">As it is recognised; with what the requester added before anybody answered.</param>
internal sealed record Request(ChannelId Channel, MessageTs Ts, UserId Requester, string Text)
{
    public ThreadId Thread => new(Channel, Ts);
}
