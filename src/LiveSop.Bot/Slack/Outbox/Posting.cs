using LiveSop.Bot.Slack.Web;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>Posts a message once: it carries its effect's id as metadata, and where an earlier attempt may have posted it, it is looked for first.</summary>
internal static class Posting
{
    private const string Mark = "livesop_msg";

    /// <summary>Slack's clock and ours may differ by so much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static async Task<Outcome> PostAsync(Outgoing outgoing, PostedIn where, MessageBody body, SlackApi api, CancellationToken stop)
    {
        if (outgoing.BegunBefore && await FindAsync(outgoing, where, api, stop) is { } found) return new Outcome.Done(new(where.Channel, found));
        var message = new OutgoingMessage(body.Text, body.Blocks) { Thread = where.Thread, Mark = new MessageMark(Mark, outgoing.Id.ToString()) };
        return new Outcome.Done(await api.Chat.PostMessageAsync(where.Channel, message, stop));
    }

    private static async Task<MessageTs?> FindAsync(Outgoing outgoing, PostedIn where, SlackApi api, CancellationToken stop)
    {
        var range = new HistoryRange { Oldest = new MessageTs($"{(outgoing.Created - ClockSkew).ToUnixTimeSeconds()}.000000") };
        var pages = where.Thread is { } thread ? api.Conversations.RepliesAsync(where.Channel, thread, range, stop) : api.Conversations.HistoryAsync(where.Channel, range, stop);
        await foreach (var page in pages)
            if (page.Items.FirstOrDefault(message => message.MetadataEventType == Mark && message.MetadataId == outgoing.Id.ToString()) is { } ours) return ours.Ts;
        return null;
    }
}
