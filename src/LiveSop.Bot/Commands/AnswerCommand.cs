using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Commands;

/// <summary><c>/sop …</c>: what is an answer to one person is shown to that person, what concerns the channel is posted there.</summary>
internal sealed class AnswerCommand : ISlackHandler<SlackPayload.SlashCommand>
{
    public Task HandleAsync(SlackPayload.SlashCommand payload, SlackContext context, CancellationToken stop)
    {
        Task TellAsync(MessageBody message) => payload.Interaction.ResponseUrl is { } url
            ? context.Effects.AddAsync($"answer:{context.Key}", new Effect.Respond(url, Replace: false, message), stop)
            : context.Effects.AddAsync($"answer:{context.Key}", new Effect.Whisper(payload.Channel, payload.User, null, message), stop);

        return CommandText.Parse(payload.Text) switch
        {
            SopCommand.Help => HelpAsync(payload, context, TellAsync, stop),
            SopCommand.Mine => AskForMining.AskAsync(new(payload.Channel, null, payload.User), context, TellAsync, stop),
            SopCommand.Unknown unknown => TellAsync(HelpCard.Unknown(unknown.Word, unknown.Nearest)),
            _ => Task.CompletedTask,
        };
    }

    private static async Task HelpAsync(SlackPayload.SlashCommand payload, SlackContext context, Func<MessageBody, Task> tellAsync, CancellationToken stop) =>
        await tellAsync(HelpCard.Render(context.Installation.Self.User, await HeardChannels.VisibleToAsync(payload.User, context, stop)));
}
