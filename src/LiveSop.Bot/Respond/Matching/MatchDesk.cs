using LiveSop.Bot.Audience;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>What a press on a match comes to, before anything is done: is it there, and may they?</summary>
internal abstract record AtDesk
{
    private AtDesk() { }

    /// <param name="Row">Tracked.</param>
    public sealed record Granted(MatchRow Row, SpaceId Space) : AtDesk;

    public sealed record Refused(Mrkdwn Why) : AtDesk;
}

/// <summary>Everything that is pressed on a match comes here first: anybody may press, those may who work on cases in the channel's space.</summary>
internal sealed class MatchDesk(Authorities authorities)
{
    public async Task<AtDesk> OpenAsync(ThreadId? thread, UserId user, SlackContext context, CancellationToken stop)
    {
        if (thread is not { } id || await ConsiderRequest.FindAsync(context.Unit, id.Channel, id.Ts, stop) is not { } row) return new AtDesk.Refused(Gone);
        var space = await Spaces.OfAsync(context.Unit, context.Workspace, id.Channel, stop);
        if ((await authorities.OfAsync(context.Unit, context.Workspace, user, stop)).May(Deed.Respond, space.Value) is Clearance.Refused refused)
            return new AtDesk.Refused(await Refusal.WordsAsync(context, authorities, refused, stop));
        var access = await ThreadAccess.OfAsync(context.Unit, new Scope.Viewer(context.Workspace, user), id.Channel, stop);
        if (access is not ThreadAccess.Granted) return new AtDesk.Refused(ThreadModal.Why(access, context.Installation.Self.User));
        context.Unit.Db.Attach(row);
        return new AtDesk.Granted(row, space);
    }

    public static Mrkdwn Gone => Mrkdwn.Of($"I do not know this request any more: its message is gone, or it was forgotten.");

    /// <summary>Says something to whoever pressed, alone.</summary>
    /// <param name="replace">In the place of what they pressed, where only they see that.</param>
    public static Task TellAsync(SlackPayload.BlockActions pressed, MessageBody message, SlackContext context, CancellationToken stop, bool replace = false) =>
        pressed.Interaction.ResponseUrl is { } url
            ? context.Effects.AddAsync($"told:{context.Key}", new Effect.Respond(url, Replace: replace && pressed.Place.IsEphemeral, message), stop)
            : pressed.Place.Channel is { } channel
                ? context.Effects.AddAsync($"told:{context.Key}", new Effect.Whisper(channel, pressed.Actor.User, pressed.Place.Thread, message), stop)
                : Task.CompletedTask;
}
