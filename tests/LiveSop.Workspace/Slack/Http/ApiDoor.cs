using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Trouble;
using LiveSop.Workspace.Slack.Wire;
using Microsoft.AspNetCore.Http;

namespace LiveSop.Workspace.Slack.Http;

/// <summary>The Web API's door: reads the call, lets it be answered, and lets chaos have its say.</summary>
internal sealed class ApiDoor(World world, Journal<CallRecord> calls)
{
    private readonly Desk _desk = new(world);

    public async Task ServeAsync(HttpContext context, string method, CancellationToken stop)
    {
        var started = world.Ground.Clock.GetTimestamp();
        var request = await ApiRequest.ReadAsync(context, method);
        var trouble = world.Chaos.Strike(method);
        var done = trouble is null or { What.AfterTheWork: true };
        var reply = done ? Answered(request) : null;
        var record = _desk.Record(request) with { At = world.Ground.Now, Done = done && reply!.Error is null, Troubled = trouble is not null };
        if (trouble is { What: not CallTrouble.Held } struck) reply = Troubled(struck.What);
        calls.Add(record with { Status = reply?.Status ?? 0, Error = reply?.Error, Took = world.Ground.Clock.GetElapsedTime(started) });
        if (trouble is { What: CallTrouble.Held } held) await UntilAsync(context, held.Ended, stop);
        if (reply is not null) await reply.SendAsync(context);
        else await LoseAsync(context, trouble!.Value, stop);
    }

    private Reply Answered(ApiRequest request)
    {
        lock (world.Ground.Gate)
        {
            var reply = _desk.Answer(request);
            if (reply.Error is not null) world.Ground.Blame(request.Method, reply.Why);
            return reply;
        }
    }

    /// <summary>Null where there is no answer at all.</summary>
    private static Reply? Troubled(CallTrouble trouble) => trouble switch
    {
        CallTrouble.TooSoon soon => Reply.TooSoon(soon.Seconds),
        CallTrouble.Broken broken => Reply.Broken(broken.Status),
        CallTrouble.Refused refused => Reply.Refused(refused.Error),
        CallTrouble.LostAnswer { By: Loss.Error500 } => Reply.Broken(500),
        CallTrouble.LostAnswer { By: Loss.FatalError } => Reply.Refused("fatal_error"),
        _ => null,
    };

    private static async Task LoseAsync(HttpContext context, (CallTrouble What, CancellationToken Ended) trouble, CancellationToken stop)
    {
        if (trouble.What is CallTrouble.Hang or CallTrouble.LostAnswer { By: Loss.Hang })
            await UntilAsync(context, trouble.Ended, stop);
        new Breaking(context).Reset();
    }

    private static async Task UntilAsync(HttpContext context, CancellationToken ended, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, context.RequestAborted, ended);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
