using System.Text.Json;
using LiveSop.Workspace.Screen;

namespace LiveSop.Bot.Tests.Screen;

/// <summary>The screen written to a text, for one reader in Berlin on 23 November 2026, 12:00.</summary>
internal static class Shots
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["U1"] = "Alice Adams",
        ["U2"] = "Bob [Ops]",
        ["U0BOT"] = "LiveSOP",
        ["C1"] = "support",
        ["C2"] = "engineering",
        ["S1"] = "on-call",
        ["D1"] = "LiveSOP",
    };

    public static Reader Alice { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new(2026, 11, 23, 11, 0, 0, TimeSpan.Zero), id => Names.GetValueOrDefault(id));

    public static string Of(Action<SlackScreen> show, int width = 80)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        show(new SlackScreen(SlackScreen.Plain(writer, width), Alice));
        // Where a line ends in blanks is nobody's business.
        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd(' '))).TrimEnd('\n') + "\n";
    }

    public static string OfMessage(string json, int width = 80) => Of(screen => screen.Message(Json(json), "C1"), width);

    /// <summary>A message of one mrkdwn section, without its first line.</summary>
    public static string OfMrkdwn(string text, int width = 80) =>
        OfBlocks(JsonSerializer.Serialize(new[] { new { type = "section", text = new { type = "mrkdwn", text } } }), width);

    public static string OfBlocks(string blocks, int width = 80)
    {
        var shot = OfMessage($$"""{"type":"message","user":"U1","ts":"1795431600.000100","text":"","blocks":{{blocks}} }""", width);
        return shot[(shot.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    public static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
