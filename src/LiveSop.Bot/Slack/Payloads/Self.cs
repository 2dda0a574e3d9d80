namespace LiveSop.Bot.Slack.Payloads;

/// <summary>Who the bot is, as <c>auth.test</c> says.</summary>
internal sealed record Self(UserId User, string? BotId, string? AppId)
{
    /// <summary>
    /// Whether the bot caused the event by speaking or reacting, and must not react to it. Edits and deletions are looked through:
    /// a bot that hears its own edits as news answers itself for ever. Joining and leaving are never its own speech.
    /// </summary>
    public bool Caused(SlackEvent happened) => happened switch
    {
        SlackEvent.MessagePosted posted => Wrote(posted.Message),
        SlackEvent.AppMention mention => Wrote(mention.Message),
        SlackEvent.MessageChanged changed => Wrote(changed.Message) || Wrote(changed.Previous),
        SlackEvent.MessageDeleted deleted => Wrote(deleted.Previous),
        SlackEvent.ReactionAdded added => added.User == User,
        SlackEvent.ReactionRemoved removed => removed.User == User,
        SlackEvent.SystemNote note => note.User == User,
        _ => false,
    };

    public bool Wrote(SlackMessage? message) => message is not null
        && (message.User == User
            || (BotId is not null && message.BotId == BotId)
            || (AppId is not null && message.AppId == AppId));
}
