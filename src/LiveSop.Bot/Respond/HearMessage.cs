using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond;

/// <summary>
/// Remembers what was said, and answers where the bot was spoken to. A message that names the bot comes twice, as itself and as a mention; the inbox has
/// folded the two, so whichever came first is all there is.
/// </summary>
internal sealed class HearMessage : ISlackHandler<SlackEvent.MessagePosted>, ISlackHandler<SlackEvent.AppMention>
{
    public Task HandleAsync(SlackEvent.MessagePosted payload, SlackContext context, CancellationToken stop) =>
        HearAsync(payload.Channel, payload.Message, IsDirect(payload.ChannelType, payload.Channel), context, stop);

    public Task HandleAsync(SlackEvent.AppMention payload, SlackContext context, CancellationToken stop) =>
        HearAsync(payload.Channel, payload.Message, isDirect: false, context, stop);

    private static async Task HearAsync(ChannelId channel, SlackMessage message, bool isDirect, SlackContext context, CancellationToken stop)
    {
        if (context.Installation.Self.Wrote(message)) return;
        // What is said to the bot alone is no talk to learn from.
        if (!isDirect) context.Transcript.Hear(SaidMessage.Of(channel, message));
        if (message is not { User: { } author, BotId: null }) return;
        var bot = context.Installation.Self.User;
        var isNamed = CommandText.Mentions(message.Text, bot);
        if (isNamed || isDirect) await AnswerMention.AnswerAsync(new(channel, message.ThreadTs ?? (isDirect ? null : message.Ts), author, CommandText.WithoutMention(message.Text, bot)), context, stop);
    }

    private static bool IsDirect(string? channelType, ChannelId channel) => channelType is "im" or "app_home" || channel.Value.StartsWith('D');
}
