using LiveSop.Bot.Audience;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Respond.Recognising;

/// <summary>
/// Learns anew to recognise cases when something to learn from has changed: a procedure came into force or went, cases were mined, people confirmed or corrected.
/// Every replica does so for itself, from the same tables.
/// </summary>
internal sealed partial class LearnAnew(Database database, Connections connections, Recognisers recognisers, TimeProvider time, ILogger<LearnAnew> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>At most so much of the time is spent on it.</summary>
    private const int RestsPerWork = 5;

    // Whatever a lesson is made of moves one of these figures.
    private const string Stamp = """
        SELECT concat_ws('|',
          (SELECT concat(count(*), ' ', max(updated_at)) FROM sops WHERE workspace_id = $1 AND state = 'published'),
          (SELECT count(*) FROM sop_cases WHERE workspace_id = $1),
          (SELECT concat(count(*), ' ', max(verdict_at)) FROM matches WHERE workspace_id = $1 AND verdict IS NOT NULL),
          (SELECT string_agg(concat(channel_id, space_id), ' ' ORDER BY channel_id) FROM space_channels WHERE workspace_id = $1),
          (SELECT string_agg(concat(space_id, language), ' ' ORDER BY space_id) FROM spaces WHERE workspace_id = $1))
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var begun = time.GetTimestamp();
            foreach (var workspace in connections.Workspaces) await TryLearnAsync(workspace, stoppingToken);
            await Task.Delay(BetweenLooks + (time.GetElapsedTime(begun) * RestsPerWork), time, stoppingToken);
        }
    }

    /// <summary>The one catch around a workspace: what was learnt before serves on.</summary>
    private async Task TryLearnAsync(WorkspaceId workspace, CancellationToken stop)
    {
        try
        {
            await LearnAsync(workspace, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            CannotLearn(log, workspace, e.GetType().Name);
        }
    }

    private async Task LearnAsync(WorkspaceId workspace, CancellationToken stop)
    {
        var (stamp, places, lessons) = await GatherAsync(workspace, stop);
        if (lessons is null) return;
        // Learning knows of no cancellation; nobody waits for it when the bot stops.
        var spaces = await Task.Run(() => lessons.ToDictionary(one => one.Space, one => new Learnt(Recogniser.Train(one.Lessons, Precision.Usual), one.Sops)), stop).WaitAsync(stop);
        recognisers.Replace(workspace, new(stamp, Spaces.Default(workspace), places, spaces));
    }

    /// <returns>No lessons where nothing has changed since the last.</returns>
    private async Task<(string Stamp, Dictionary<ChannelId, SpaceId> Places, IReadOnlyList<SpaceLessons>? Lessons)> GatherAsync(WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var stamp = (await unit.ReadAsync(Stamp, row => row.GetString(0), stop, workspace.Value))[0];
        if (recognisers.Find(workspace)?.Stamp == stamp) return (stamp, [], null);
        var places = await unit.Db.SpaceChannels.AsNoTracking().ToDictionaryAsync(one => one.ChannelId, one => one.SpaceId, stop);
        return (stamp, places, await GatherLessons.OfAsync(unit, workspace, Spaces.Default(workspace), time.GetUtcNow(), stop));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recognising cases could not be learnt anew in {Workspace} ({Reason}); what was learnt before serves on.")]
    private static partial void CannotLearn(ILogger log, WorkspaceId workspace, string reason);
}
