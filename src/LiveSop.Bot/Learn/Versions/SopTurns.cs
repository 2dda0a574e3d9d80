using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Versions;

/// <summary>Whoever restores a procedure, takes it out of use or shows it to others takes turns, until the transaction ends.</summary>
internal static class SopTurns
{
    /// <returns>Tracked; null where it is not there any more.</returns>
    public static async Task<SopRow?> TakeAsync(SlackContext context, SopId id, CancellationToken stop)
    {
        await context.Unit.ReadAsync("SELECT 1 FROM sops WHERE workspace_id = $1 AND sop_id = $2 FOR UPDATE", row => row.GetInt32(0), stop, context.Workspace.Value, id.Value);
        return await context.Unit.Db.Sops.FirstOrDefaultAsync(one => one.SopId == id, stop);
    }
}
