using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Work;

namespace LiveSop.Bot.Learn.Captures;

/// <summary>“Save as a procedure”, chosen on a message: what must be asked of Slack first is a job (<see cref="CaptureThread"/>), a refusal comes at once.</summary>
internal sealed class SaveThread : ISlackHandler<SlackPayload.MessageShortcut>
{
    public static readonly SlackAction Shortcut = new("livesop_capture");

    public async Task HandleAsync(SlackPayload.MessageShortcut payload, SlackContext context, CancellationToken stop)
    {
        var thread = ThreadId.Of(payload);
        var access = await ThreadAccess.OfAsync(context.Unit, new(context.Workspace, payload.Actor.User), thread.Channel, stop);
        if (access is ThreadAccess.Granted { IsMember: true })
            await context.Jobs.AddAsync($"capture:{context.Key}", new Job.Capture(thread.Channel, thread.Ts, payload.Actor.User, context.Key), stop);
        else
            await context.Effects.AddAsync($"fill:{context.Key}", new Effect.Fill(context.Key, BlocksJson.Node<View>(Refusal(access, context))), stop);
    }

    private static Modal Refusal(ThreadAccess access, SlackContext context) =>
        access is ThreadAccess.Granted ? CaptureModal.ForMembers() : CaptureModal.Frame.Refuse(access, context.Installation.Self.User);
}
