using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Domain.Audience;
using LiveSop.Workspace.Slack.Trouble;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World;

public sealed class WhichProcedureTests
{
    [Fact]
    public async Task shows_the_procedure_that_the_thread_is_a_case_of()
    {
        await using var world = await World.StartAsync();
        var threads = await MinedAsync(world);

        var shown = await world.ReadAsync(world.Person("bo"), Shortcuts.Which, "general", threads[2]);

        shown.Should().Contain("This thread is one of the 6 cases").And.Contain("last seen").And.Contain("Remove the address from the block list").And.Contain("6 of 6 cases");
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task a_reply_asks_for_its_thread()
    {
        await using var world = await World.StartAsync();
        var threads = await MinedAsync(world);
        var reply = world.Workspace.Visible(world.Person("bo"), "general").Thread(threads[0])[1];

        (await world.ReadAsync(world.Person("bo"), Shortcuts.Which, "general", reply.Ts)).Should().Contain("This thread is one of the 6 cases");
    }

    [Fact]
    public async Task says_what_helps_where_no_procedure_holds_the_thread()
    {
        await using var world = await World.StartAsync();
        await MinedAsync(world);
        var other = await world.Person("ada").PostAsync("general", "who has the key to the bicycle shed?");

        (await world.ReadAsync(world.Person("ada"), Shortcuts.Which, "general", other)).Should().Contain("No procedure I know holds this thread").And.Contain("/sop mine");
    }

    [Fact]
    public async Task says_so_where_nothing_was_mined_yet()
    {
        await using var world = await World.StartAsync();
        await world.InviteAsync(world.Person("ada"), "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");

        (await world.ReadAsync(world.Person("ada"), Shortcuts.Which, "general", thread)).Should().Contain("no procedures yet").And.Contain("/sop mine");
    }

    [Theory]
    [InlineData(Shortcuts.Which)]
    [InlineData(Shortcuts.Capture)]
    public async Task asks_to_be_invited_where_it_is_not(string shortcut)
    {
        await using var world = await World.StartAsync();
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");

        (await world.ReadAsync(world.Person("ada"), shortcut, "general", thread)).Should().Contain("I am not in this channel").And.Contain("/invite");
        (await world.MessagesAsync()).Should().BeEmpty("it learns nothing from a message that a shortcut shows it");
    }

    [Theory]
    [InlineData(Shortcuts.Which)]
    [InlineData(Shortcuts.Capture)]
    public async Task stays_out_of_direct_messages(string shortcut)
    {
        await using var world = await World.StartAsync();
        var bo = world.Person("bo");
        var said = await bo.DirectMessageAsync(world.Bot, "the export hangs");

        (await world.ReadAsync(bo, shortcut, bo.DirectWith(world.Bot).Id, said)).Should().Contain("I learn from channels only");
    }

    [Fact]
    public async Task a_guest_is_not_shown_what_was_mined_from_channels_that_are_closed_to_them()
    {
        await using var world = await World.StartAsync();
        var (ada, cy) = (world.Person("ada"), world.Person("cy"));
        await world.InviteAsync(ada, "support");
        var threads = await MinedAsync(world);
        await ada.InviteAsync("cy", "general");
        await world.RestAsync();
        (await world.ReadAsync(cy, Shortcuts.Which, "general", threads[0])).Should().NotContain("reset mail", "a guest is nobody until an admin says otherwise");
        await world.MakeAsync(cy, Role.Viewer);
        (await world.ReadAsync(cy, Shortcuts.Which, "general", threads[0])).Should().Contain("This thread is one of the 6 cases", "cy may read the channel that it was mined from, and is a viewer now");

        await ada.KickAsync("cy", "general");
        await world.RestAsync();

        (await world.ReadAsync(cy, Shortcuts.Which, "general", threads[0])).Should().NotContain("block list");
    }

    [Fact]
    public async Task who_has_left_the_channel_is_shown_nothing_of_it()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await ada.InviteAsync("bo", "secret");
        await world.InviteAsync(ada, "secret");
        var threads = await MinedAsync(world, "secret");
        (await world.ReadAsync(bo, Shortcuts.Which, "secret", threads[0])).Should().Contain("This thread is one of the 6 cases");

        await bo.LeaveAsync("secret");
        await world.RestAsync();

        (await world.ReadAsync(bo, Shortcuts.Which, "secret", threads[0])).Should().Contain("you may not read this channel").And.NotContain("cases");
    }

    [Fact]
    public async Task fills_a_modal_that_opens_late()
    {
        await using var world = await World.StartAsync();
        await world.InviteAsync(world.Person("ada"), "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");
        world.Slack.Chaos.OnCalls(new CallTrouble.TooSoon(1), When.Next(1), "views.open");

        (await world.ReadAsync(world.Person("ada"), Shortcuts.Which, "general", thread)).Should().Contain("no procedures yet");

        var calls = world.Slack.Calls.Select(call => call.Method).ToList();
        calls.IndexOf("views.update").Should().BeLessThan(calls.LastIndexOf("views.open"), "what fills it came first");
    }

    [Fact]
    public async Task a_modal_that_was_closed_meanwhile_troubles_nobody()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await world.InviteAsync(ada, "general");
        var thread = await SolvedCases.PasswordResetAsync(world, "general", "alderfen");
        var held = world.Slack.Chaos.OnCalls(new CallTrouble.TooSoon(1), When.Always, "views.update");
        await ada.ShortcutAsync(Shortcuts.Which, "general", thread);
        await world.Slack.UntilAsync(() => held.Count > 0 && Shortcuts.Modals(world, ada).Count > 0);

        await ada.CloseAsync(Shortcuts.Modals(world, ada)[0]);
        held.Dispose();

        await world.RestAsync();
        (await world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Outbox.CountAsync(row => row.State == EffectState.Parked))).Should().Be(0);
    }

    private static async Task<IReadOnlyList<string>> MinedAsync(World world, string place = "general")
    {
        var ada = world.Person("ada");
        var threads = await SolvedCases.PasswordResetsAsync(world, place);
        if (!world.Said(ada, place).Any(message => message.User == world.App.Bot.Id)) await world.InviteAsync(ada, place);
        await world.RestAsync();
        await ada.SlashAsync(place, "/sop", "mine");
        await world.Slack.UntilAsync(() => world.Said(ada, place).Any(message => message.Text.Contains("procedure* recurs", StringComparison.Ordinal)));
        await world.RestAsync();
        return threads;
    }
}
