using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Respond;

/// <summary>Something said to the bot.</summary>
/// <param name="Thread">Where the answer goes; null for a direct message outside threads.</param>
/// <param name="Words">Without the bot's name.</param>
internal sealed record Spoken(ChannelId Channel, MessageTs? Thread, UserId Author, string Words);

/// <summary>Answers whoever speaks to the bot, in the thread where they did; once for a message, however often it is edited.</summary>
internal static class AnswerMention
{
    public static async Task AnswerAsync(Room room, SlackMessage message, SlackContext context, CancellationToken stop)
    {
        if (message is not { User: { } author, BotId: null }) return;
        var bot = context.Installation.Self.User;
        if (!room.IsDirect && !CommandText.Mentions(message.Text, bot)) return;
        var spoken = new Spoken(room.Channel, message.ThreadTs ?? (room.IsDirect ? null : message.Ts), author, CommandText.WithoutMention(message.Text, bot));
        await AnswerAsync(spoken, context with { Key = Addressing.KeyOf(room.Channel, message.Ts) }, stop);
    }

    private static async Task AnswerAsync(Spoken spoken, SlackContext context, CancellationToken stop)
    {
        Task SayAsync(MessageBody message) => context.Effects.AddAsync($"answer:{context.Key}", new Effect.Post(spoken.Channel, spoken.Thread, message), stop);

        switch (CommandText.Parse(spoken.Words))
        {
            case SopCommand.Help:
                await SayAsync(HelpCard.Render(context.Installation.Self.User, await HeardChannels.VisibleToAsync(spoken.Author, context, stop)));
                break;
            case SopCommand.Mine:
                await AskForMining.AskAsync(new(spoken.Channel, spoken.Thread, spoken.Author), context, SayAsync, stop);
                break;
            case SopCommand.Unknown unknown:
                await SayAsync(HelpCard.Unknown(unknown.Word, unknown.Nearest));
                break;
        }
    }
}
