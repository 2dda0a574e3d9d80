using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond;

/// <summary>
/// An edited message reads as it reads now; a deleted one is not remembered. An edit that names the bot comes as a mention too, and the inbox has folded
/// the two: it is answered here as there, once for the message.
/// </summary>
internal sealed class HearChange(AnswerMention mentions, HearRequest requests) : ISlackHandler<SlackEvent.MessageChanged>, ISlackHandler<SlackEvent.MessageDeleted>
{
    public async Task HandleAsync(SlackEvent.MessageChanged payload, SlackContext context, CancellationToken stop)
    {
        var room = new Room(payload.Channel, payload.ChannelType);
        if (payload.Message.IsTombstone) await UnhearAsync(payload.Channel, payload.Message.Ts, context, stop);
        if (room.IsDirect || !payload.IsEdit || !payload.Message.IsSpeech || context.Installation.Self.Wrote(payload.Message)) return;
        await RememberTalk.HearAsync(SaidMessage.Of(payload.Channel, payload.Message), context, stop);
        await mentions.AnswerAsync(room, payload.Message, context, stop);
        await requests.RehearAsync(room.Channel, payload.Message, context, stop);
    }

    public Task HandleAsync(SlackEvent.MessageDeleted payload, SlackContext context, CancellationToken stop)
    {
        return context.Installation.Self.Caused(payload) ? Task.CompletedTask : UnhearAsync(payload.Channel, payload.DeletedTs, context, stop);
    }

    private static async Task UnhearAsync(ChannelId channel, MessageTs ts, SlackContext context, CancellationToken stop)
    {
        context.Transcript.Unhear(channel, ts);
        await HearRequest.UnhearAsync(channel, ts, context, stop);
        await RememberTalk.AskAsync(context.Jobs, context.Now, stop);
        await TakeBack.RunAsync(context.Unit, context.Workspace, [(channel, ts)], context.Effects, stop);
    }
}
