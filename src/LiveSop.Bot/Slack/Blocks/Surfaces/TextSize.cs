using System.Text.Json.Nodes;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>How much a reader is shown, in UTF-16 units: every text, field, label and description; what a closed menu offers does not count.</summary>
internal static class TextSize
{
    public static int Of(Block block) => Of(BlocksJson.Node(block));

    private static int Of(JsonNode? node) => node switch
    {
        JsonArray items => items.Sum(Of),
        JsonObject part => part.Where(field => !IsClosedMenu(part, field.Key)).Sum(field => Of(field.Key, field.Value)),
        _ => 0,
    };

    private static int Of(string field, JsonNode? value) =>
        value is JsonValue ? field is "text" or "alt_text" or "fallback" ? value.GetValue<string>().Length : 0 : Of(value);

    private static bool IsClosedMenu(JsonObject part, string field) =>
        field == "options" && part["type"]?.GetValue<string>() is { } type && (type.EndsWith("select", StringComparison.Ordinal) || type == "overflow");
}
