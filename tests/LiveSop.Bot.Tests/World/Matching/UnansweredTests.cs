using LiveSop.Bot.Respond.Unanswered;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveSop.Bot.Tests.World.Matching;

/// <summary>Nothing is dropped: a request that nobody answers is shown, once, to those who solve cases there.</summary>
public sealed class UnansweredTests
{
    private const string Asked = "can somebody help me with the printer on the second floor? it prints nothing";

    [Fact]
    public async Task a_request_like_nothing_that_nobody_answers_is_shown_to_responders_once()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", Asked);
        await world.RestAsync();

        await OverdueAsync(world, asked);
        await MindAsync(world);
        await MindAsync(world);

        await world.RestAsync();
        world.Workspace.Visible(bo, "general").Direct.Where(message => message.Text.Contains("Nobody has answered", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Blocks!.Value.GetRawText().Should().Contain("printer").And.Contain("/archives/");
        world.Workspace.Visible(ada, "general").Direct.Should().NotContain(message => message.Text.Contains("Nobody has answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_request_of_a_time_when_nobody_listened_is_shown_too()
    {
        await using var world = await Teaching.TaughtAsync();
        var (workspace, place) = (new WorkspaceId(world.Workspace.Id), new ChannelId(world.Workspace.Conversation("general").Id));
        var now = TimeProvider.System.GetUtcNow();
        await world.Database.DoAsync(new Scope.Miner(workspace), unit =>
        {
            Say("ada", Asked, now.AddHours(-2), null);
            Say("ada", "can somebody unlock the account of our new customer?", now.AddHours(-3), null);
            Say("bo", "done", now.AddHours(-3).AddMinutes(1), now.AddHours(-3));
            unit.Db.Add(new ReadingRow { WorkspaceId = workspace, ChannelId = place, ReadingId = Guid.CreateVersion7(now), Kind = ReadingKind.CatchUp, State = ReadingState.Done, BegunAt = now, EndedAt = now, BackTo = now.AddHours(-5) });
            return Task.CompletedTask;

            void Say(string who, string text, DateTimeOffset at, DateTimeOffset? thread) => unit.Db.Add(
                new MessageRow { WorkspaceId = workspace, ChannelId = place, Ts = Ts(at), ThreadTs = thread is { } root ? Ts(root) : null, AuthorId = new(world.Person(who).Id), PostedAt = at, Text = text });
        });

        await MindAsync(world);
        await MindAsync(world);

        await world.RestAsync();
        var told = world.Workspace.Visible(world.Person("bo"), "general").Direct.Where(message => message.Text.Contains("Nobody has answered", StringComparison.Ordinal)).Should().ContainSingle().Which;
        told.Blocks!.Value.GetRawText().Should().Contain("printer").And.NotContain("unlock");

        static MessageTs Ts(DateTimeOffset at) => new($"{at.ToUnixTimeSeconds()}.000100");
    }

    [Fact]
    public async Task what_somebody_has_answered_is_not_shown()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", Asked);
        await world.RestAsync();
        await bo.PostAsync("general", "I am on my way", asked);
        await world.RestAsync();

        (await world.MatchAsync(asked))!.DueAt.Should().BeNull();
        await MindAsync(world);
        await world.RestAsync();
        world.Workspace.Visible(bo, "general").Direct.Should().NotContain(message => message.Text.Contains("Nobody has answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_snooze_ends_by_itself()
    {
        await using var world = await Teaching.TaughtAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        var asked = await ada.PostAsync("general", "my csv export has been running for two hours at customer 900");
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked).Count > 0);
        var row = await world.MatchAsync(asked);
        await bo.ClickAsync(world.Cards(bo, "general", asked)[0], "match.more", $"{row!.ChannelId}:{row.Ts}:snooze");
        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked)[0].Text.Contains("Snoozed", StringComparison.Ordinal));

        await OverdueAsync(world, asked);
        await MindAsync(world);

        await world.Slack.UntilAsync(() => world.Cards(bo, "general", asked)[0].Text.Contains("This looks like", StringComparison.Ordinal));
        (await world.MatchAsync(asked))!.State.Should().Be(MatchState.Posted);
    }

    /// <summary>Its time has come.</summary>
    private static Task OverdueAsync(World world, string asked) => world.Database.DoAsync(new Scope.Miner(new(world.Workspace.Id)), async unit =>
    {
        var row = await unit.Db.Matches.FirstAsync(one => one.Ts == new MessageTs(asked));
        row.DueAt.Should().NotBeNull();
        row.DueAt = DateTimeOffset.UnixEpoch;
    });

    private static Task MindAsync(World world) => world.Services.All.GetRequiredService<MindRequests>().RunAsync(new(world.Workspace.Id), CancellationToken.None);
}
