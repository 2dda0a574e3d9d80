using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Sops.Living;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Reviews;

/// <param name="Why">Null where they said nothing.</param>
internal sealed record Approval(UserId By, string? Why, SopAudience Audience, DateTimeOffset At);

/// <summary>Makes a draft the next version. The decision was made; nothing is asked here.</summary>
internal static class PublishSop
{
    /// <param name="sop">Tracked, like <paramref name="draft"/>.</param>
    /// <returns>The number of the version.</returns>
    public static async Task<int> PublishAsync(UnitOfWork unit, SopRow sop, DraftRow draft, Approval approval, CancellationToken stop)
    {
        var procedure = ProcedureFormat.Read(draft.Body);
        var before = await unit.Db.SopVersions.AsNoTracking().Where(one => one.SopId == sop.SopId).OrderByDescending(one => one.Version).FirstOrDefaultAsync(stop);
        var version = (before?.Version ?? 0) + 1;
        var inForce = sop.Version is { } old ? await unit.Db.SopVersions.AsNoTracking().FirstOrDefaultAsync(one => one.SopId == sop.SopId && one.Version == old, stop) : null;
        unit.Db.Add(new SopVersionRow
        {
            WorkspaceId = sop.WorkspaceId,
            SopId = sop.SopId,
            Version = version,
            Body = draft.Body,
            Summary = inForce is null ? null : ChangeLines.Summary(Changes.Between(ProcedureFormat.Read(inForce.Body), procedure)),
            Why = approval.Why ?? draft.Reason,
            ApprovedBy = approval.By,
            ApprovedAt = approval.At,
            DraftId = draft.DraftId,
        });
        (sop.State, sop.Version, sop.Title, sop.Audience, sop.UpdatedAt) = (SopState.Published, version, procedure.Title, approval.Audience, approval.At);
        (draft.State, draft.DecidedBy, draft.DecidedAt, draft.DecidedWhy) = (DraftState.Approved, approval.By, approval.At, approval.Why);
        await unit.Db.SaveChangesAsync(stop);
        await unit.RunAsync("DELETE FROM edits WHERE workspace_id = $1 AND draft_id = $2", stop, sop.WorkspaceId.Value, draft.DraftId.Value);
        return version;
    }
}
