using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>Changes what a view shows. Each change is the whole view, so that doing it twice does no harm, and one that another waits behind need not be done.</summary>
internal sealed class Showing(Database database, TimeProvider time)
{
    /// <summary>A modal opens beside the way that brings what fills it, and may come later. What is not there after so long was closed, and nobody waits for it.</summary>
    private static readonly TimeSpan WhileOpening = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    public async Task<Outcome> ShowAsync(Outgoing outgoing, SlackApi api, CancellationToken stop)
    {
        if (await IsOvertakenAsync(outgoing, stop)) return new Outcome.Done();
        try
        {
            await CallAsync(outgoing.Effect, api, stop);
            return new Outcome.Done();
        }
        catch (SlackCallException e) when (e.Code == "not_found")
        {
            var mayOpen = outgoing.Effect is Effect.Fill && time.GetUtcNow() < outgoing.Created + WhileOpening;
            return mayOpen ? new Outcome.NotYet(BetweenLooks, "not open", Counts: false) : new Outcome.Done();
        }
    }

    private static Task CallAsync(Effect? effect, SlackApi api, CancellationToken stop) => effect switch
    {
        Effect.Fill fill => api.Views.UpdateExternalAsync(fill.View, fill.Content, hash: null, stop),
        Effect.Refresh refresh => api.Views.UpdateAsync(refresh.ViewId, refresh.Content, hash: null, stop),
        Effect.Publish publish => api.Views.PublishAsync(publish.User, publish.View, hash: null, stop),
        _ => throw new InvalidOperationException($"{effect?.GetType().Name} shows no view."),
    };

    private async Task<bool> IsOvertakenAsync(Outgoing outgoing, CancellationToken stop)
    {
        if (outgoing.Effect?.Lane is not { } lane) return false;
        await using var unit = await database.BeginAsync(new Scope.Miner(outgoing.Work.Workspace), stop);
        return await unit.IsOvertakenAsync(outgoing, lane, stop);
    }
}
