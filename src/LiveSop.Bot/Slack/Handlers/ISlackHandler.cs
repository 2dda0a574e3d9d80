namespace LiveSop.Bot.Slack.Handlers;

/// <summary>
/// Answers one kind of thing that happens in Slack. It decides and records: what it changes and what is to be posted commit together, and a handler
/// whose transaction fails runs again. It never calls Slack itself.
/// </summary>
internal interface ISlackHandler<in TPayload>
{
    Task HandleAsync(TPayload payload, SlackContext context, CancellationToken stop);
}
