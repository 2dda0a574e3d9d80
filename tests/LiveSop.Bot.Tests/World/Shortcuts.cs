using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Interactions;

namespace LiveSop.Bot.Tests.World;

/// <summary>What somebody reads in the modal that a shortcut opens.</summary>
internal static class Shortcuts
{
    public const string Which = "livesop_which";
    public const string Capture = "livesop_capture";

    /// <summary>Chooses the shortcut and waits until the modal shows more than that it waits.</summary>
    public static async Task<string> ReadAsync(this World world, Person who, string shortcut, string place, string ts)
    {
        var before = Modals(world, who).Count;
        await who.ShortcutAsync(shortcut, place, ts);
        await world.Slack.UntilAsync(() => Modals(world, who).Count > before && !Text(Modals(world, who)[^1]).Contains('…'));
        return Text(Modals(world, who)[^1]);
    }

    public static string Text(View modal) => modal.Json.GetRawText();

    public static IReadOnlyList<View> Modals(World world, Person who) => world.Workspace.Visible(who, "general").Modals;
}
