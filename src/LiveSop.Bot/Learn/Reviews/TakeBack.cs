using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Forgetting;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>Messages are gone: so is what was derived from them, in the same transaction. A draft that nobody approved and of which no case is left goes whole.</summary>
internal static class TakeBack
{
    public static async Task RunAsync(UnitOfWork unit, WorkspaceId workspace, IReadOnlyCollection<(ChannelId Channel, MessageTs Ts)> gone, Effects effects, CancellationToken stop)
    {
        var lost = await Traces.ForgetAsync(unit, workspace, gone, stop);
        if (lost.Count == 0) return;
        await CloseAsync(unit, lost, effects, stop);
        await Traces.RemoveAsync(unit, workspace, lost, stop);
    }

    /// <summary>Its title was in the words of what is gone, so the card does not say it.</summary>
    private static async Task CloseAsync(UnitOfWork unit, IReadOnlyList<DraftId> drafts, Effects effects, CancellationToken stop)
    {
        var closed = SlackMessage.Of(Mrkdwn.Of($"This draft was taken back: what it was made from was deleted. Nothing is to be decided any more."));
        foreach (var card in await unit.Db.ReviewCards.AsNoTracking().Where(one => drafts.Contains(one.DraftId)).ToListAsync(stop))
            await effects.AddAsync($"{card.Key}:gone", new Effect.Edit(null, card.Key, closed), stop);
    }
}
