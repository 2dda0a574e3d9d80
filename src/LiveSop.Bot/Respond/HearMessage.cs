using LiveSop.Bot.Learn.Imports;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond;

/// <summary>
/// Remembers what was said, and answers where the bot was spoken to. A message that names the bot comes twice, as itself and as a mention; the inbox has
/// folded the two, so whichever came first is all there is.
/// </summary>
internal sealed class HearMessage(AnswerMention mentions, HearRequest requests) : ISlackHandler<SlackEvent.MessagePosted>, ISlackHandler<SlackEvent.AppMention>
{
    public Task HandleAsync(SlackEvent.MessagePosted payload, SlackContext context, CancellationToken stop) =>
        HearAsync(new(payload.Channel, payload.ChannelType), payload.Message, context, stop);

    public Task HandleAsync(SlackEvent.AppMention payload, SlackContext context, CancellationToken stop) =>
        HearAsync(new(payload.Channel, null), payload.Message, context, stop);

    private async Task HearAsync(Room room, SlackMessage message, SlackContext context, CancellationToken stop)
    {
        if (context.Installation.Self.Wrote(message)) return;
        // What is said to the bot alone is no talk to learn from.
        if (!room.IsDirect) await RememberTalk.HearAsync(SaidMessage.Of(room.Channel, message), context, stop);
        if (room.IsDirect && message is { Files.Count: > 0, User: { } author, BotId: null }) await TakeFile.ReceiveAsync(message, room.Channel, author, context, stop);
        else await mentions.AnswerAsync(room, message, context, stop);
        if (!room.IsDirect) await requests.HearAsync(room.Channel, message, context, stop);
    }
}
