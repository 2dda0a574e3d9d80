using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

internal readonly record struct ChatMethods(SlackApi Api)
{
    /// <exception cref="SlackCallException">
    /// Of <see cref="SlackFailure.Ambiguous"/>, the message may stand there: look for its <see cref="OutgoingMessage.Mark"/> first.
    /// </exception>
    public async Task<PostedAt> PostMessageAsync(ChannelId channel, OutgoingMessage message, CancellationToken cancellation = default) =>
        Posted(SlackMethod.ChatPostMessage, await Api.CallAsync(SlackMethod.ChatPostMessage, message.ToPost(channel), cancellation), channel, "ts"u8);

    /// <summary>Our own messages only. Blocks left out are taken away; a mark left out is kept.</summary>
    /// <param name="channel">The real id, and never a person's.</param>
    public async Task<PostedAt> UpdateAsync(ChannelId channel, MessageTs ts, OutgoingMessage message, CancellationToken cancellation = default) =>
        Posted(SlackMethod.ChatUpdate, await Api.CallAsync(SlackMethod.ChatUpdate, message.ToUpdate(channel, ts), cancellation), channel, "ts"u8);

    public Task DeleteAsync(ChannelId channel, MessageTs ts, CancellationToken cancellation = default) =>
        Api.CallAsync(SlackMethod.ChatDelete, new Form().With("channel", channel).With("ts", ts), cancellation);

    /// <summary>Shown to one person, if they are there; it cannot be looked up, nor updated by its <c>ts</c>.</summary>
    public async Task<PostedAt> PostEphemeralAsync(ChannelId channel, UserId user, OutgoingMessage message, CancellationToken cancellation = default) =>
        Posted(SlackMethod.ChatPostEphemeral, await Api.CallAsync(SlackMethod.ChatPostEphemeral, message.ToPost(channel).With("user", user), cancellation), channel, "message_ts"u8);

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

    private static PostedAt Posted(SlackMethod method, SlackAnswer answer, ChannelId asked, ReadOnlySpan<byte> field) =>
        answer.Body.Ts(field) is { } ts
            ? new PostedAt(answer.Body.Channel("channel"u8) ?? asked, ts)
            : throw Nameless(method);

    private static SlackCallException Nameless(SlackMethod method) => new(method, new SlackFailure.Ambiguous("the answer names nothing"), "no_identity");
}
