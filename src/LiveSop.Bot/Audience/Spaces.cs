using System.Security.Cryptography;
using System.Text;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Audience;

/// <summary>The spaces of a workspace. Each has one that is there from the start.</summary>
internal static class Spaces
{
    private const string DefaultName = "Support";

    /// <summary>Known without asking, so that replicas that make it at once make one.</summary>
    public static SpaceId Default(WorkspaceId workspace) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"default space of {workspace}")).AsSpan(0, 16)));

    /// <summary>The space that a channel belongs to.</summary>
    public static async Task<SpaceId> OfAsync(UnitOfWork unit, WorkspaceId workspace, ChannelId channel, CancellationToken stop) =>
        await unit.Db.SpaceChannels.Where(one => one.ChannelId == channel).Select(one => (SpaceId?)one.SpaceId).FirstOrDefaultAsync(stop) ?? Default(workspace);

    /// <summary>All of them, the default one first, by name. Makes the default one where it is not there yet.</summary>
    public static async Task<IReadOnlyList<SpaceRow>> AllAsync(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now, CancellationToken stop)
    {
        await EnsureDefaultAsync(unit, workspace, now, stop);
        var spaces = await unit.Db.Spaces.AsNoTracking().ToListAsync(stop);
        return [.. spaces.OrderByDescending(one => one.IsDefault).ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public static Task EnsureDefaultAsync(UnitOfWork unit, WorkspaceId workspace, DateTimeOffset now, CancellationToken stop) => unit.RunAsync(
        "INSERT INTO spaces (workspace_id, space_id, name, is_default, created_at) VALUES ($1, $2, $3, true, $4) ON CONFLICT DO NOTHING",
        stop, workspace.Value, Default(workspace).Value, DefaultName, now);
}
