using LiveSop.Bot.Commands;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Respond;

/// <summary>Something said to the bot.</summary>
/// <param name="Thread">Where the answer goes; null for a direct message outside threads.</param>
/// <param name="Words">Without the bot's name.</param>
/// <param name="IsReply">In a thread that was there before.</param>
internal sealed record Spoken(ChannelId Channel, MessageTs? Thread, UserId Author, string Words, bool IsReply);

/// <summary>Answers whoever speaks to the bot, in the thread where they did; once for a message, however often it is edited.</summary>
internal sealed class AnswerMention(Answers answers)
{
    public async Task AnswerAsync(Room room, SlackMessage message, SlackContext context, CancellationToken stop)
    {
        if (message is not { User: { } author, BotId: null }) return;
        var bot = context.Installation.Self.User;
        if (!room.IsDirect && !CommandText.Mentions(message.Text, bot)) return;
        var spoken = new Spoken(room.Channel, message.ThreadTs ?? (room.IsDirect ? null : message.Ts), author, CommandText.WithoutMention(message.Text, bot), message.ThreadTs is { } root && root != message.Ts);
        await AnswerAsync(spoken, room.IsDirect, context with { Key = Addressing.KeyOf(room.Channel, message.Ts) }, stop);
    }

    // What one may read is shown to them alone; between two nobody else is there.
    private async Task AnswerAsync(Spoken spoken, bool isDirect, SlackContext context, CancellationToken stop)
    {
        Task SayAsync(MessageBody message) => context.Effects.AddAsync($"answer:{context.Key}", new Effect.Post(spoken.Channel, spoken.Thread, message), stop);
        Task TellAsync(MessageBody message) => isDirect
            ? SayAsync(message)
            : context.Effects.AddAsync($"answer:{context.Key}", new Effect.Whisper(spoken.Channel, spoken.Author, spoken.Thread, message), stop);

        var command = CommandText.Parse(spoken.Words, DateOnly.FromDateTime(context.Now.UtcDateTime));
        await answers.AnswerAsync(command, new Asker(spoken.Author, spoken.Channel, spoken.Thread, context) { TellAsync = TellAsync, SayAsync = SayAsync, IsReply = spoken.IsReply }, stop);
    }
}
