using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>Tells Slack one thing, once. Where an earlier attempt may have succeeded, Slack is asked first; what it cannot be asked about is not told twice.</summary>
internal sealed class EffectSender(Database database, Connections connections, OutboxOptions options, TimeProvider time)
{
    private readonly Sharing sharing = new(database);
    private readonly Showing showing = new(database, time);
    private readonly DirectRooms rooms = new();

    public IEnumerable<WorkspaceId> Workspaces => connections.Workspaces;

    /// <summary>How long an effect is its worker's.</summary>
    public TimeSpan Lease => options.Lease;

    /// <summary>Never throws: what is no answer of Slack's leaves it unknown whether Slack was told.</summary>
    public async Task<Outcome> SendAsync(Outgoing outgoing, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(options.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            return await TellAsync(outgoing, connections.Of(outgoing.Work.Workspace), either.Token);
        }
        catch (SlackCallException failed)
        {
            return After(failed, outgoing.Work.Attempts);
        }
        catch (NotConnectedException)
        {
            return new Outcome.NotYet(options.WhileDisconnected, "not connected", Counts: false);
        }
        catch (OperationCanceledException)
        {
            return new Outcome.Unsure("broken off");
        }
        catch (Exception e)
        {
            return new Outcome.Unsure(e.GetType().Name);
        }
    }

    private Task<Outcome> TellAsync(Outgoing outgoing, Connection slack, CancellationToken stop) => outgoing.Effect switch
    {
        Effect.Post post => Posting.PostAsync(outgoing, new(post.Channel, post.Thread), post.Message, slack.Api, stop),
        Effect.Direct direct => PostDirectAsync(outgoing, direct, slack, stop),
        Effect.Edit edit => EditAsync(outgoing, edit, slack, stop),
        Effect.Delete delete => DeleteAsync(outgoing, delete, slack, stop),
        Effect.Share share => sharing.ShareAsync(outgoing, new(share.Channel, share.Thread), share, slack.Api, stop),
        Effect.ShareDirect share => ShareDirectAsync(outgoing, share, slack, stop),
        Effect.Whisper or Effect.Respond when outgoing.BegunBefore => Task.FromResult<Outcome>(new Outcome.Never("it may have been shown already")),
        Effect.Whisper whisper => WhisperAsync(outgoing, whisper, slack, stop),
        Effect.Respond respond => RespondAsync(respond, slack, stop),
        Effect.Fill or Effect.Refresh or Effect.Publish => showing.ShowAsync(outgoing, slack.Api, stop),
        // A newer replica may take it next.
        _ => Task.FromResult<Outcome>(new Outcome.NotYet(Work.Backoff.After(outgoing.Work.Attempts), "of an unknown kind")),
    };

    private async Task<Outcome> PostDirectAsync(Outgoing outgoing, Effect.Direct direct, Connection slack, CancellationToken stop) =>
        await Posting.PostAsync(outgoing, new(await rooms.OfAsync(slack, direct.User, stop)), direct.Message, slack.Api, stop);

    private async Task<Outcome> ShareDirectAsync(Outgoing outgoing, Effect.ShareDirect share, Connection slack, CancellationToken stop)
    {
        var room = await rooms.OfAsync(slack, share.User, stop);
        var thread = share.Beneath is { } above ? (await PostedAsync(outgoing.Work.Workspace, above, stop))?.Ts : null;
        return await sharing.ShareAsync(outgoing, new(room, thread), new Effect.Share(room, thread, share.File, share.Comment, share.Uploaded), slack.Api, stop);
    }

    private async Task<Outcome> EditAsync(Outgoing outgoing, Effect.Edit edit, Connection slack, CancellationToken stop)
    {
        if (await PostedAsync(outgoing.Work.Workspace, edit.Posted, stop) is not var (channel, ts)) return new Outcome.Never("the message that it edits was never posted");
        if ((channel ?? edit.Channel) is not { } where) return new Outcome.Never("where the message that it edits stands is not known");
        return new Outcome.Done(await slack.Api.Chat.UpdateAsync(where, ts, new OutgoingMessage(edit.Message.Text, edit.Message.Blocks), stop));
    }

    private async Task<Outcome> DeleteAsync(Outgoing outgoing, Effect.Delete delete, Connection slack, CancellationToken stop)
    {
        if (await PostedAsync(outgoing.Work.Workspace, delete.Posted, stop) is not (Channel: { } channel, Ts: var ts)) return new Outcome.Done();
        try
        {
            await slack.Api.Chat.DeleteAsync(channel, ts, stop);
        }
        catch (SlackCallException e) when (e.Code == "message_not_found")
        {
            // It is gone already.
        }
        return new Outcome.Done();
    }

    private static async Task<Outcome> WhisperAsync(Outgoing outgoing, Effect.Whisper whisper, Connection slack, CancellationToken stop)
    {
        await slack.Api.Chat.PostEphemeralAsync(whisper.Channel, whisper.User, new OutgoingMessage(whisper.Message.Text, whisper.Message.Blocks) { Thread = whisper.Thread }, stop);
        return new Outcome.Done();
    }

    private static async Task<Outcome> RespondAsync(Effect.Respond respond, Connection slack, CancellationToken stop)
    {
        var body = new JsonObject
        {
            ["response_type"] = "ephemeral",
            ["replace_original"] = respond.Replace,
            ["text"] = respond.Message.Text,
            ["blocks"] = respond.Message.Blocks.DeepClone(),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
        return await slack.Responses.PostAsync(respond.Url, body, stop) switch
        {
            Response.Delivered => new Outcome.Done(),
            Response.Later later => new Outcome.NotYet(later.Delay, "Slack wants it later"),
            Response.Refused refused => new Outcome.Never($"refused with {refused.Status}"),
            Response.Foreign => new Outcome.Never("the address is not Slack's"),
            _ => new Outcome.Never("it may have been shown, and cannot be asked about"),
        };
    }

    private async Task<(ChannelId? Channel, MessageTs Ts)?> PostedAsync(WorkspaceId workspace, string key, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await unit.PostedAsync(workspace, key, stop);
    }

    private Outcome After(SlackCallException failed, int attempts) => failed.Failure switch
    {
        SlackFailure.RetryAfter wait => new Outcome.NotYet(wait.Delay, failed.Code, Counts: false),
        SlackFailure.Transient { WasSent: false } => new Outcome.NotYet(Work.Backoff.After(attempts), failed.Code, Counts: false),
        SlackFailure.Transient => new Outcome.Unsure(failed.Code),
        SlackFailure.Ambiguous => new Outcome.Unsure(failed.Code),
        SlackFailure.DeadCredentials => new Outcome.NotYet(options.WhileDisconnected, failed.Code, Counts: false),
        _ => new Outcome.Never(failed.Code),
    };
}
