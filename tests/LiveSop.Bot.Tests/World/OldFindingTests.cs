using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Tests.World;

public sealed class OldFindingTests
{
    [Fact]
    public async Task what_older_versions_found_is_still_read()
    {
        const string version1 = """{"version":1,"messages":9,"incidents":2,"channels":["support"],"candidates":[{"title":"T","trigger":"t","cases":4,"median_seconds":60,"last_seen":"2026-03-02","steps":1,"main":[],"rare":[]}]}""";
        await using var world = await World.StartAsync(withBot: false);
        var (workspace, job) = (new WorkspaceId(world.Workspace.Id), Guid.Parse("00000000-0000-0000-0000-000000000001"));
        await using var unit = await world.Database.BeginAsync(new Scope.Miner(workspace));
        await unit.RunAsync("INSERT INTO jobs (workspace_id, job_id, kind, payload, state, created_at, result) VALUES ($1, $2, 'mine', $3::jsonb, 'done', now(), $4::jsonb)", CancellationToken.None,
            workspace.Value, job, """{"job":"mine","channel":"C1","asker":"U1","answer":"mine:x"}""", version1);

        var found = await CandidateStore.FindAsync(unit, workspace, job, CancellationToken.None);

        found!.Value.List.Candidates.Should().ContainSingle().Which.Evidence.Should().BeNull();
        (await CandidateStore.HoldingAsync(unit, workspace, [job], "C1:1", CancellationToken.None)).Should().BeEmpty();
        (await CandidateStore.NewestAsync(unit, workspace, CancellationToken.None)).Should().ContainSingle().Which.Place.Should().Be(new ChannelId("C1"));
    }
}
