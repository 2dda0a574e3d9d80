using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Trouble;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World;

public sealed class SaveThreadTests
{
    [Fact]
    public async Task keeps_what_was_done_in_the_thread_as_steps()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");

        var shown = await world.ReadAsync(bo, Shortcuts.Capture, "general", thread);

        shown.Should().Contain("*Saved*").And.Contain(bo.Id).And.Contain("One case so far").And.NotContain("alderfen");
        shown.Should().MatchRegex("1\\. (.|\n)*Ask which mail address(.|\n)*2\\. (.|\n)*Remove the address from the block list(.|\n)*3\\. (.|\n)*Send a new reset mail");
        var row = (await CapturesAsync(world)).Should().ContainSingle().Which;
        row.CreatedBy.Should().Be(new UserId(bo.Id));
        row.State.Should().Be(DraftState.Found);
        (await world.ReadAsync(ada, Shortcuts.Which, "general", thread)).Should().Contain("saved this thread as a procedure").And.Contain("Send a new reset");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task saving_again_replaces_the_procedure_and_keeps_its_id()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");
        await world.ReadAsync(bo, Shortcuts.Capture, "general", thread);
        var first = (await CapturesAsync(world)).Single();
        await bo.PostAsync("general", "Closed the ticket.", thread);

        var shown = await world.ReadAsync(ada, Shortcuts.Capture, "general", thread);

        shown.Should().Contain("*Saved again*").And.Contain("Close the ticket");
        var row = (await CapturesAsync(world)).Should().ContainSingle().Which;
        (row.DraftId, row.Revision).Should().Be((first.DraftId, 2));
        row.Body.Should().NotBe(first.Body);
    }

    [Fact]
    public async Task two_who_save_the_same_thread_at_once_leave_one_procedure()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");

        var shown = await Task.WhenAll(world.ReadAsync(ada, Shortcuts.Capture, "general", thread), world.ReadAsync(bo, Shortcuts.Capture, "general", thread));

        shown.Count(text => text.Contains("*Saved again*", StringComparison.Ordinal)).Should().Be(1);
        (await CapturesAsync(world)).Should().ContainSingle();
    }

    [Fact]
    public async Task a_shortcut_that_is_delivered_twice_saves_once()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");
        var twice = world.Slack.Chaos.OnEnvelopes(Mishap.Duplicate, When.Always, "interactive");

        var shown = await world.ReadAsync(ada, Shortcuts.Capture, "general", thread);
        await world.RestAsync();

        twice.Count.Should().BePositive();
        shown.Should().Contain("*Saved* by");
        Shortcuts.Modals(world, ada).Should().ContainSingle().Which.Json.GetRawText().Should().Contain("*Saved* by");
        (await CapturesAsync(world)).Should().ContainSingle();
    }

    [Fact]
    public async Task asks_Slack_for_what_it_has_not_heard()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");
        await world.RestAsync();
        await world.UntilAsync(async unit =>
        {
            await unit.RunAsync("DELETE FROM messages WHERE workspace_id = $1", CancellationToken.None, world.Workspace.Id);
            await unit.CommitAsync(CancellationToken.None);
            return true;
        });

        (await world.ReadAsync(ada, Shortcuts.Capture, "general", thread)).Should().Contain("*Saved* by").And.Contain("Send a new reset");
        (await world.MessagesAsync()).Should().HaveCount(6);
    }

    [Fact]
    public async Task what_is_said_to_the_bot_is_no_step()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");
        await bo.PostAsync("general", $"@{world.Bot} restart the moon base", thread);

        (await world.ReadAsync(ada, Shortcuts.Capture, "general", thread)).Should().Contain("*Saved*").And.NotContain("moon");
    }

    [Theory]
    [InlineData("ada|the export hangs")]
    [InlineData("ada|hello everybody", "bo|hi!", "ada|thanks")]
    public async Task saves_nothing_where_there_is_nothing_to_learn(params string[] talk)
    {
        await using var world = await World.StartAsync();
        await world.InviteAsync(world.Person("ada"), "general");
        var thread = await SolvedCases.ThreadAsync(world, "general", talk);

        (await world.ReadAsync(world.Person("ada"), Shortcuts.Capture, "general", thread)).Should().Contain("There is nothing to learn in this thread yet");
        (await CapturesAsync(world)).Should().BeEmpty();
    }

    [Fact]
    public async Task a_guest_saves_nothing_and_is_told_who_can()
    {
        await using var world = await World.StartAsync();
        await world.InviteAsync(world.Person("ada"), "support");
        var thread = await SolvedCases.PasswordResetAsync(world, "support", "alderfen");

        (await world.ReadAsync(world.Person("cy"), Shortcuts.Capture, "support", thread)).Should().Contain("Only members of this workspace");
        (await CapturesAsync(world)).Should().BeEmpty();
    }

    [Fact]
    public async Task somebody_of_another_company_saves_nothing()
    {
        await using var world = await World.StartAsync(Blueprint.Small() with
        {
            People = [.. Blueprint.Small().People, new("UPARTNER1", "TPARTNER1", "pia", "Pia Partner", LiveSop.Workspace.Slack.People.Standing.Stranger)],
        });
        world.Workspace.Conversation("support").Join("UPARTNER1");
        await world.InviteAsync(world.Person("ada"), "support");
        var thread = await SolvedCases.PasswordResetAsync(world, "support", "alderfen");

        (await world.ReadAsync(world.Person("pia"), Shortcuts.Capture, "support", thread)).Should().Contain("you may not read this channel").And.Contain("save nothing");
        (await CapturesAsync(world)).Should().BeEmpty();
    }

    [Fact]
    public async Task who_leaves_while_the_thread_is_read_saves_nothing()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await ada.InviteAsync("bo", "secret");
        await world.InviteAsync(ada, "secret");
        var thread = await SolvedCases.PasswordResetAsync(world, "secret", "alderfen");
        await world.RestAsync();
        var slow = world.Slack.Chaos.OnCalls(new CallTrouble.Held(), When.Next(1), "conversations.replies");
        var read = world.ReadAsync(bo, Shortcuts.Capture, "secret", thread);
        await world.Slack.UntilAsync(() => slow.Count > 0);

        await bo.LeaveAsync("secret");
        await world.UntilAsync(async unit => !await unit.Db.ChannelMembers.AnyAsync(row => row.UserId == new UserId(bo.Id) && row.ChannelId == new ChannelId(world.Workspace.Conversation("secret").Id)));
        slow.Dispose();

        (await read).Should().Contain("you may not read this channel");
        (await CapturesAsync(world)).Should().BeEmpty();
    }

    [Fact]
    public async Task only_who_may_read_the_channel_finds_what_was_saved_there()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await world.InviteAsync(ada, "secret");
        var thread = await SolvedCases.ThreadAsync(world, "secret", "ada|the export hangs", "ada|anyone?");
        world.Workspace.Conversation("secret").Join(bo.Id);
        await world.UntilAsync(async unit => { await unit.JoinAsync(new(world.Workspace.Id), new(world.Workspace.Conversation("secret").Id), new(bo.Id), CancellationToken.None); await unit.CommitAsync(CancellationToken.None); return true; });
        await bo.PostAsync("secret", "Restarted the worker. Closed the case.", thread);
        await world.ReadAsync(ada, Shortcuts.Capture, "secret", thread);
        await bo.LeaveAsync("secret");
        await world.RestAsync();

        (await AsAsync(world, ada)).Should().Be(1);
        (await AsAsync(world, bo)).Should().Be(0);
    }

    [Fact]
    public async Task says_so_where_saving_fails_for_good()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");
        await world.RestAsync();
        world.Slack.Chaos.OnCalls(new CallTrouble.Refused("invalid_arguments"), When.Always, "conversations.replies");
        var read = world.ReadAsync(ada, Shortcuts.Capture, "general", thread);

        // Every attempt as if it were the last: the pauses between them grow.
        await world.UntilAsync(async unit =>
        {
            await unit.RunAsync("UPDATE work_queue SET attempts = 4, due_at = now() WHERE kind = 'job' AND attempts < 4", CancellationToken.None);
            await unit.CommitAsync(CancellationToken.None);
            return read.IsCompleted;
        });

        (await read).Should().Contain("I could not save this thread");
    }

    private static Task<List<DraftRow>> CapturesAsync(World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Drafts.Where(one => one.Kind == DraftKind.Captured).ToListAsync());

    private static Task<int> AsAsync(World world, Person person) => world.Database.AskAsync(new Scope.Viewer(new(world.Workspace.Id), new(person.Id)), db => db.Drafts.CountAsync());
}
