using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Commands;

/// <summary><c>/sop …</c>: what is an answer to one person is shown to that person, what concerns the channel is posted there.</summary>
internal sealed class AnswerCommand(Answers answers) : ISlackHandler<SlackPayload.SlashCommand>
{
    public Task HandleAsync(SlackPayload.SlashCommand payload, SlackContext context, CancellationToken stop)
    {
        Task TellAsync(MessageBody message) => payload.Interaction.ResponseUrl is { } url
            ? context.Effects.AddAsync($"answer:{context.Key}", new Effect.Respond(url, Replace: false, message), stop)
            : context.Effects.AddAsync($"answer:{context.Key}", new Effect.Whisper(payload.Channel, payload.User, null, message), stop);

        var command = CommandText.Parse(payload.Text, DateOnly.FromDateTime(context.Now.UtcDateTime));
        return answers.AnswerAsync(command, new Asker(payload.User, payload.Channel, null, context) { TellAsync = TellAsync, SayAsync = TellAsync, HasModal = true }, stop);
    }
}
