namespace LiveSop.Bot.Slack.Web;

/// <summary>Both succeed where it is so already.</summary>
internal readonly record struct ReactionMethods(SlackApi Api)
{
    /// <param name="name">The emoji's name, without colons.</param>
    public Task AddAsync(ChannelId channel, MessageTs message, string name, CancellationToken cancellation = default) =>
        Api.CallAsync(SlackMethod.ReactionsAdd, On(channel, message, name), cancellation);

    public Task RemoveAsync(ChannelId channel, MessageTs message, string name, CancellationToken cancellation = default) =>
        Api.CallAsync(SlackMethod.ReactionsRemove, On(channel, message, name), cancellation);

    private static Form On(ChannelId channel, MessageTs message, string name) =>
        new Form().With("channel", channel).With("timestamp", message).With("name", name);
}
