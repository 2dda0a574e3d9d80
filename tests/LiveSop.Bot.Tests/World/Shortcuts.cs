using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Interactions;

namespace LiveSop.Bot.Tests.World;

/// <summary>What somebody reads in the modal that a shortcut opens.</summary>
internal static class Shortcuts
{
    public const string Which = "livesop_which";
    public const string Capture = "livesop_capture";

    /// <summary>Closes what is open, chooses the shortcut and waits until the modal shows more than that it waits.</summary>
    public static async Task<string> ReadAsync(this World world, Person who, string shortcut, string place, string ts)
    {
        foreach (var open in Modals(world, who)) await who.CloseAsync(open);
        await who.ShortcutAsync(shortcut, place, ts);
        await world.Slack.UntilAsync(() => Modals(world, who) is [var modal] && !IsWaiting(Text(modal)));
        return Text(Modals(world, who)[0]);
    }

    public static string Text(View modal) => modal.Json.GetRawText();

    private static bool IsWaiting(string text) => text.Contains("Looking for this thread", StringComparison.Ordinal) || text.Contains("Reading this thread", StringComparison.Ordinal);

    public static IReadOnlyList<View> Modals(World world, Person who) => world.Workspace.Visible(who, "general").Modals;
}
