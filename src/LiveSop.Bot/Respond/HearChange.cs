using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond;

/// <summary>An edited message reads as it reads now; a deleted one is not remembered.</summary>
internal sealed class HearChange : ISlackHandler<SlackEvent.MessageChanged>, ISlackHandler<SlackEvent.MessageDeleted>
{
    public Task HandleAsync(SlackEvent.MessageChanged payload, SlackContext context, CancellationToken stop)
    {
        if (payload.Message.IsTombstone) context.Transcript.Unhear(payload.Channel, payload.Message.Ts);
        else if (payload.IsEdit && payload.Message.IsSpeech && !context.Installation.Self.Wrote(payload.Message))
            context.Transcript.Hear(SaidMessage.Of(payload.Channel, payload.Message));
        return Task.CompletedTask;
    }

    public Task HandleAsync(SlackEvent.MessageDeleted payload, SlackContext context, CancellationToken stop)
    {
        if (!context.Installation.Self.Caused(payload)) context.Transcript.Unhear(payload.Channel, payload.DeletedTs);
        return Task.CompletedTask;
    }
}
