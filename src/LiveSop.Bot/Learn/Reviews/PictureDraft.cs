using LiveSop.Bot.Pictures;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>How a draft goes as a picture, in the threads of the cards that ask for a decision. What is decided meanwhile is not drawn any more.</summary>
internal sealed class PictureDraft(Database database, PictureSettings settings, TimeProvider time)
{
    public async Task RunAsync(WorkspaceId workspace, DraftId id, CancellationToken stop)
    {
        if (await WaitingAsync(workspace, id, stop) is not { } one || await DraftPicture.DrawAsync(one.Procedure, settings.Dot, stop) is not { } picture) return;
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var effects = new Effects(unit, workspace, time.GetUtcNow());
        foreach (var card in await unit.Db.ReviewCards.AsNoTracking().Where(card => card.DraftId == id).ToListAsync(stop))
            if (await UnderReview.FindAsync(unit, new Scope.Viewer(workspace, card.UserId), id, stop) is { Draft.State: DraftState.Waiting } seen && seen.Key == one.Key)
                await effects.AddAsync($"{card.Key}:picture:{one.Draft.Revision}", DraftPicture.Share(card.UserId, one, picture) with { Beneath = card.Key }, stop);
        await unit.CommitAsync(stop);
    }

    /// <summary>Its own, short transaction, since drawing takes long.</summary>
    private async Task<UnderReview?> WaitingAsync(WorkspaceId workspace, DraftId id, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        return await UnderReview.FindAsync(unit, id, stop) is { Draft.State: DraftState.Waiting } one ? one : null;
    }
}
