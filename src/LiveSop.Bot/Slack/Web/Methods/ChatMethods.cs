using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

internal readonly record struct ChatMethods(SlackApi Api)
{
    /// <exception cref="SlackCallException">
    /// Of <see cref="SlackFailure.Ambiguous"/>, the message may stand there: look for its <see cref="OutgoingMessage.Mark"/> first.
    /// </exception>
    public async Task<PostedAt> PostMessageAsync(ChannelId channel, OutgoingMessage message, CancellationToken cancellation = default) =>
        await PostAsync(SlackMethod.ChatPostMessage, message.ToPost(channel), channel, cancellation);

    /// <summary>Our own messages only. Blocks left out are taken away; a mark left out is kept.</summary>
    /// <param name="channel">The real id, and never a person's.</param>
    public async Task<PostedAt> UpdateAsync(ChannelId channel, MessageTs ts, OutgoingMessage message, CancellationToken cancellation = default) =>
        await PostAsync(SlackMethod.ChatUpdate, message.ToUpdate(channel, ts), channel, cancellation);

    public Task DeleteAsync(ChannelId channel, MessageTs ts, CancellationToken cancellation = default) =>
        Api.CallAsync(SlackMethod.ChatDelete, new Form().With("channel", channel).With("ts", ts), cancellation);

    /// <summary>Shown to one person, if they are there; it cannot be looked up, nor updated by its <c>ts</c>.</summary>
    public async Task<PostedAt> PostEphemeralAsync(ChannelId channel, UserId user, OutgoingMessage message, CancellationToken cancellation = default) =>
        await PostAsync(SlackMethod.ChatPostEphemeral, message.ToPost(channel).With("user", user), channel, cancellation);

    /// <param name="at">At most 120 days ahead.</param>
    /// <returns>The id by which it can be taken back.</returns>
    public async Task<string> ScheduleMessageAsync(ChannelId channel, DateTimeOffset at, OutgoingMessage message, CancellationToken cancellation = default)
    {
        var answer = await Api.CallAsync(SlackMethod.ChatScheduleMessage, message.ToPost(channel).With("post_at", at.ToUnixTimeSeconds()), cancellation);
        return answer.Body.Id("scheduled_message_id"u8) ?? throw Nameless(SlackMethod.ChatScheduleMessage);
    }

    /// <summary>Fails within the last minute before the posting.</summary>
    public Task DeleteScheduledMessageAsync(ChannelId channel, string scheduledMessageId, CancellationToken cancellation = default) =>
        Api.CallAsync(SlackMethod.ChatDeleteScheduledMessage, new Form().With("channel", channel).With("scheduled_message_id", scheduledMessageId), cancellation);

    public async Task<string> GetPermalinkAsync(ChannelId channel, MessageTs message, CancellationToken cancellation = default)
    {
        var answer = await Api.CallAsync(SlackMethod.ChatGetPermalink, new Form().With("channel", channel).With("message_ts", message), cancellation);
        return answer.Body.Words("permalink"u8) ?? throw Nameless(SlackMethod.ChatGetPermalink);
    }

    private async Task<PostedAt> PostAsync(SlackMethod method, Form arguments, ChannelId asked, CancellationToken cancellation)
    {
        var body = (await Api.CallAsync(method, arguments, cancellation)).Body;
        return (body.Ts("ts"u8) ?? body.Ts("message_ts"u8)) is { } ts
            ? new PostedAt(body.Channel("channel"u8) ?? asked, ts)
            : throw Nameless(method);
    }

    private static SlackCallException Nameless(SlackMethod method) => new(method, new SlackFailure.Ambiguous("the answer names nothing"), "no_identity");
}
