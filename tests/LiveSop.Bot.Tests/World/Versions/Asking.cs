using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Workspace.Slack;

namespace LiveSop.Bot.Tests.World.Versions;

/// <summary>Commands typed in #general, and what their asker alone sees.</summary>
internal static class Asking
{
    /// <returns>The blocks of the newest answer, once it says so.</returns>
    public static async Task<string> TellAsync(this World world, Person who, string typed, string saying, string place = "general")
    {
        var before = Whispers(world, who, place).Count;
        await who.SlashAsync(place, "/sop", typed);
        await world.Slack.UntilAsync(() => Whispers(world, who, place).Count > before);
        var told = Whispers(world, who, place)[^1];
        var text = told.Text + told.Json();
        text.Should().Contain(saying);
        return text;
    }

    /// <summary>Opens SOP 1 in a modal, by the button of its answer.</summary>
    public static async Task OpenAsync(this World world, Person who, string place = "general")
    {
        await world.TellAsync(who, "show 1", "sop.open", place);
        await who.ClickAsync(Whispers(world, who, place)[^1], "sop.open");
        await world.ModalAsync(who, "Evidence");
    }

    public static IReadOnlyList<SeenMessage> Whispers(World world, Person who, string place) => [.. world.Said(who, place).Where(message => message.IsEphemeral)];
}
