using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>Tells Slack one thing, once. Where an earlier attempt may have succeeded, Slack is asked first; what it cannot be asked about is not told twice.</summary>
internal sealed class EffectSender(Database database, Connections connections, OutboxOptions options, TimeProvider time)
{
    private const string Mark = "livesop_msg";

    /// <summary>Slack's clock and ours may differ by so much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>A modal opens beside the way that brings what fills it, and may come later. What is not there after so long was closed, and nobody waits for it.</summary>
    private static readonly TimeSpan WhileOpening = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

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
        Effect.Post post => PostAsync(outgoing, post, slack, stop),
        Effect.Edit edit => EditAsync(outgoing, edit.Posted, edit.Message, () => Task.FromResult(edit.Channel), slack, stop),
        Effect.Direct direct => DirectAsync(outgoing, direct, slack, stop),
        Effect.EditDirect edit => EditAsync(outgoing, edit.Posted, edit.Message, () => DirectChannelAsync(slack, edit.User, stop), slack, stop),
        Effect.Publish publish => PublishAsync(publish, slack, stop),
        Effect.Refresh refresh => RefreshAsync(refresh, slack, stop),
        Effect.Whisper or Effect.Respond or Effect.Share when outgoing.BegunBefore => Task.FromResult<Outcome>(new Outcome.Never("it may have been shown already")),
        Effect.Whisper whisper => WhisperAsync(outgoing, whisper, slack, stop),
        Effect.Respond respond => RespondAsync(respond, slack, stop),
        Effect.Share share => ShareAsync(share, slack, stop),
        Effect.Fill fill => FillAsync(outgoing, fill, slack, stop),
        // A newer replica may take it next.
        _ => Task.FromResult<Outcome>(new Outcome.NotYet(Work.Backoff.After(outgoing.Work.Attempts), "of an unknown kind")),
    };

    private static async Task<Outcome> PostAsync(Outgoing outgoing, Effect.Post post, Connection slack, CancellationToken stop)
    {
        if (outgoing.BegunBefore && await FindAsync(outgoing, post, slack.Api, stop) is { } found) return new Outcome.Done(found);
        var message = new OutgoingMessage(post.Message.Text, post.Message.Blocks) { Thread = post.Thread, Mark = new MessageMark(Mark, outgoing.Id.ToString()) };
        return new Outcome.Done((await slack.Api.Chat.PostMessageAsync(post.Channel, message, stop)).Ts);
    }

    private static async Task<MessageTs?> FindAsync(Outgoing outgoing, Effect.Post post, SlackApi api, CancellationToken stop)
    {
        var range = new HistoryRange { Oldest = new MessageTs($"{(outgoing.Created - ClockSkew).ToUnixTimeSeconds()}.000000") };
        var pages = post.Thread is { } thread ? api.Conversations.RepliesAsync(post.Channel, thread, range, stop) : api.Conversations.HistoryAsync(post.Channel, range, stop);
        await foreach (var page in pages)
            if (page.Items.FirstOrDefault(message => message.MetadataEventType == Mark && message.MetadataId == outgoing.Id.ToString()) is { } ours) return ours.Ts;
        return null;
    }

    private static async Task<Outcome> DirectAsync(Outgoing outgoing, Effect.Direct direct, Connection slack, CancellationToken stop) =>
        await PostAsync(outgoing, new Effect.Post(await DirectChannelAsync(slack, direct.User, stop), null, direct.Message), slack, stop);

    // Opening a conversation that is open gives the same one.
    private static Task<ChannelId> DirectChannelAsync(Connection slack, UserId user, CancellationToken stop) => slack.Api.Conversations.OpenAsync([user], stop);

    private static async Task<Outcome> PublishAsync(Effect.Publish publish, Connection slack, CancellationToken stop)
    {
        await slack.Api.Views.PublishAsync(publish.User, publish.Content, hash: null, stop);
        return new Outcome.Done();
    }

    /// <summary>Whoever closed the modal waits for nothing.</summary>
    private static async Task<Outcome> RefreshAsync(Effect.Refresh refresh, Connection slack, CancellationToken stop)
    {
        try
        {
            await slack.Api.Views.UpdateAsync(refresh.View, refresh.Content, hash: null, stop);
            return new Outcome.Done();
        }
        catch (SlackCallException e) when (e.Code == "not_found")
        {
            return new Outcome.Done();
        }
    }

    private static async Task<Outcome> ShareAsync(Effect.Share share, Connection slack, CancellationToken stop)
    {
        var channel = share.Channel ?? await DirectChannelAsync(slack, share.User!.Value, stop);
        await slack.Api.Files.ShareAsync(new OutgoingFile(share.Name, share.Content, AltText: share.AltText), new PostedIn(channel, share.Thread), share.Comment, stop);
        return new Outcome.Done();
    }

    private async Task<Outcome> EditAsync(Outgoing outgoing, string posted, MessageBody message, Func<Task<ChannelId>> channelAsync, Connection slack, CancellationToken stop)
    {
        if (await PostedAsync(outgoing.Work.Workspace, posted, stop) is not { } ts) return new Outcome.Never("the message that it edits was never posted");
        await slack.Api.Chat.UpdateAsync(await channelAsync(), ts, new OutgoingMessage(message.Text, message.Blocks), stop);
        return new Outcome.Done(ts);
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

    private async Task<Outcome> FillAsync(Outgoing outgoing, Effect.Fill fill, Connection slack, CancellationToken stop)
    {
        try
        {
            await slack.Api.Views.UpdateExternalAsync(fill.View, fill.Content, hash: null, stop);
            return new Outcome.Done();
        }
        catch (SlackCallException e) when (e.Code == "not_found")
        {
            return time.GetUtcNow() < outgoing.Created + WhileOpening ? new Outcome.NotYet(BetweenLooks, "not open", Counts: false) : new Outcome.Done();
        }
    }

    private async Task<MessageTs?> PostedAsync(WorkspaceId workspace, string key, CancellationToken stop)
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
