using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Domain.Audience;
using LiveSop.Workspace.Slack.Trouble;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Tests.World.Keeping;

/// <summary><c>/sop settings</c>, as people use it. Ada owns the workspace; bo is a member.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task an_admin_names_a_space_and_says_how_long_it_keeps_what_is_said()
    {
        await using var world = await World.StartAsync();
        var ada = world.Person("ada");
        await ada.SlashAsync("general", "/sop", "settings");
        var modal = await world.ModalAsync(ada, "Days to keep messages");
        Shortcuts.Text(modal).Should().Contain("Guests and people of other companies are nobody here");

        await ada.SubmitAsync(modal, ("Name", "Care"), ("Days", "90"));

        await world.ModalAsync(ada, "Saved.");
        var space = await world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Spaces.SingleAsync());
        (space.Name, space.RetentionDays, space.IsDefault).Should().Be(("Care", 90, true));
        world.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task who_is_no_admin_reads_who_is()
    {
        await using var world = await World.StartAsync();
        var bo = world.Person("bo");

        await bo.SlashAsync("general", "/sop", "settings");

        var modal = await world.ModalAsync(bo, "is for its admins");
        Shortcuts.Text(modal).Should().Contain(world.Person("ada").Id).And.NotContain("Days to keep");
    }

    [Fact]
    public async Task who_asks_before_it_has_read_who_there_is_is_asked_to_try_again()
    {
        await using var world = await World.StartAsync(withBot: false);
        using var held = world.Slack.Chaos.OnCalls(new CallTrouble.Held(), method: "users.list");
        await world.StartBotAsync();
        var ada = world.Person("ada");

        await ada.SlashAsync("general", "/sop", "settings");

        var modal = await world.ModalAsync(ada, "I do not know you yet");
        Shortcuts.Text(modal).Should().NotContain("for its admins");
        held.Dispose();
        await world.UntilAsync(unit => unit.Db.People.AnyAsync());
        await ada.CloseAsync(modal);
        await ada.SlashAsync("general", "/sop", "settings");
        await world.ModalAsync(ada, "Days to keep messages");
    }

    [Fact]
    public async Task the_second_of_two_who_save_is_told_and_loses_nothing()
    {
        await using var world = await World.StartAsync();
        var (ada, bo) = (world.Person("ada"), world.Person("bo"));
        await ada.SlashAsync("general", "/sop", "settings");
        await world.ModalAsync(ada, "Days to keep messages");
        await world.MakeAsync(bo, Role.Admin);
        await ada.CloseAsync(world.Modals(ada)[^1]);
        await ada.SlashAsync("general", "/sop", "settings");
        await bo.SlashAsync("general", "/sop", "settings");
        var (first, second) = (await world.ModalAsync(ada, "Days to keep messages"), await world.ModalAsync(bo, "Days to keep messages"));

        await ada.SubmitAsync(first, ("Name", "Hers"));
        await world.ModalAsync(ada, "Saved.");
        await bo.SubmitAsync(second, ("Name", "His"));

        var told = await world.ModalAsync(bo, "Somebody saved these settings while");
        (await NameAsync(world)).Should().Be("Hers");
        await bo.SubmitAsync(told);
        await world.ModalAsync(bo, "Saved.");
        (await NameAsync(world)).Should().Be("His");
    }

    private static Task<string> NameAsync(World world) => world.Database.AskAsync(new Scope.Miner(new(world.Workspace.Id)), db => db.Spaces.Select(one => one.Name).SingleAsync());
}
