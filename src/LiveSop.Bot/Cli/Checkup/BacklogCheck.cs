using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Cli.Checkup;

/// <summary>What was tried often enough and given up.</summary>
internal static class BacklogCheck
{
    private const string Sql = """
        SELECT (SELECT count(*) FROM inbox WHERE workspace_id = $1 AND parked_reason IS NOT NULL),
               (SELECT count(*) FROM outbox WHERE workspace_id = $1 AND state = 'parked'),
               (SELECT count(*) FROM jobs WHERE workspace_id = $1 AND state = 'parked')
        """;

    public static async Task<Finding> LookAsync(Database database, WorkspaceId workspace, CancellationToken stop)
    {
        await using var unit = await database.BeginAsync(new Scope.Miner(workspace), stop);
        var (inbox, outbox, jobs) = (await unit.ReadAsync(Sql, row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), stop, workspace.Value))[0];
        var parked = new[] { (inbox, "in the table inbox (parked_reason says why)"), (outbox, "in outbox (error says why)"), (jobs, "in jobs (error says why)") }
            .Where(one => one.Item1 > 0).Select(one => $"{one.Item1} {one.Item2}").ToList();
        return parked.Count == 0
            ? Finding.Ok("backlog: nothing was given up")
            : Finding.Warn($"backlog: given up after several tries: {string.Join(", ", parked)}", "see to the reasons; nothing waits for them, and nothing else is lost");
    }
}
