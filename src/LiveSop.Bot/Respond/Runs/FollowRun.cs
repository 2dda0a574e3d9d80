using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Markup;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Runs;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Running;

namespace LiveSop.Bot.Respond.Runs;

/// <summary>What people write in a thread whose run goes on may show that a step is done: it is checked, and says in which message that was seen. “Undo” takes it back.</summary>
internal sealed class FollowRun(SignsBook book)
{
    /// <param name="match">Of the thread; a run goes on there. What the requester writes is no deed of those who solve the case.</param>
    public async Task FollowAsync(MatchRow match, SlackMessage message, SlackContext context, CancellationToken stop)
    {
        if (message is not { User: { } author } || author == match.RequesterId) return;
        if (await RunBook.GoingOnAsync(context.Unit, match.ChannelId, match.Ts, stop) is not { } view) return;
        var signs = await book.OfAsync(context.Unit, context.Workspace, view, stop);
        // With its values: keys and links of issues are signs.
        if (signs.Recognise(RequestText.Resolved(MessageText.Unresolved(message.Said)), view.List) is not { } sign) return;
        var source = new SourceRef.Slack(match.ChannelId.Value, message.Ts.Value).ToString();
        if (view.Run.Check(view.Procedure, sign.Step, author.Value, message.Ts.At, source) is RunChange.Changed { Run: var run }) await RunBook.KeepAsync(view, run, context, stop);
    }
}
