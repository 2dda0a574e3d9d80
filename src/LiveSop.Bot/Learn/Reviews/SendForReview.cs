using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Work;
using LiveSop.Domain.Audience;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>Puts a draft before the approvers of its space, as far as they may read it, each in their own conversation with the bot; again after every change.</summary>
internal sealed class SendForReview(Authorities authorities)
{
    /// <param name="draft">Tracked; it waits from now on.</param>
    /// <returns>Those who were asked; nobody where no approver may read it.</returns>
    public async Task<IReadOnlyList<UserId>> SendAsync(UnitOfWork unit, DraftRow draft, SpaceId space, DateTimeOffset now, CancellationToken stop)
    {
        draft.State = DraftState.Waiting;
        await unit.Db.SaveChangesAsync(stop);
        var effects = new Effects(unit, draft.WorkspaceId, now);
        var asked = new List<UserId>();
        foreach (var approver in await authorities.WithAsync(unit, draft.WorkspaceId, space, Role.Approver, stop))
            if (await UnderReview.FindAsync(unit, new Scope.Viewer(draft.WorkspaceId, approver), draft.DraftId, stop) is { } seen)
            {
                await AskAsync(unit, effects, seen, approver, stop);
                asked.Add(approver);
            }
        if (asked.Count > 0) await new Jobs(unit, draft.WorkspaceId, now).AddAsync($"picture:{draft.DraftId}:{(draft.EditedBy is null ? 0 : draft.Revision)}", new Job.Picture(draft.DraftId.Value), stop);
        return asked;
    }

    private static async Task AskAsync(UnitOfWork unit, Effects effects, UnderReview seen, UserId approver, CancellationToken stop)
    {
        var key = $"review:{seen.Draft.DraftId}:{approver}";
        if (await unit.Db.ReviewCards.AnyAsync(one => one.Key == key, stop))
        {
            await effects.AddAsync($"{key}:{seen.Draft.Revision}", new Effect.Edit(null, key, ReviewCard.Render(seen)), stop);
            return;
        }
        await effects.AddAsync(key, new Effect.Direct(approver, ReviewCard.Render(seen)), stop);
        unit.Db.Add(new ReviewCardRow { WorkspaceId = seen.Draft.WorkspaceId, Key = key, DraftId = seen.Draft.DraftId, UserId = approver });
        await unit.Db.SaveChangesAsync(stop);
    }

    /// <summary>Everybody who was asked sees how it ended.</summary>
    public static async Task CloseAsync(UnitOfWork unit, WorkspaceId workspace, DraftId draft, DateTimeOffset now, CancellationToken stop)
    {
        var effects = new Effects(unit, workspace, now);
        var cards = await unit.Db.ReviewCards.Where(one => one.DraftId == draft).ToListAsync(stop);
        if (await UnderReview.FindAsync(unit, draft, stop) is not { } ended) return;
        foreach (var card in cards) await effects.AddAsync($"{card.Key}:decided", new Effect.Edit(null, card.Key, ReviewCard.Decided(ended)), stop);
    }
}
