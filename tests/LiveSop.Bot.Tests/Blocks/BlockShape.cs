using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Tests.Blocks;

/// <summary>Compares blocks with Slack's JSON: a field that stands at Slack's default says the same as one left out.</summary>
internal static class BlockShape
{
    public static void Is<T>(T value, string json)
    {
        var (actual, expected) = (BlocksJson.Node(value), WithoutDefaults(JsonNode.Parse(json))!);
        JsonNode.DeepEquals(actual, expected).Should().BeTrue($"expected {expected.ToJsonString(BlocksJson.Options)}, but it is {actual.ToJsonString(BlocksJson.Options)}");
    }

    private static JsonNode? WithoutDefaults(JsonNode? node)
    {
        if (node is JsonArray items) return new JsonArray([.. items.Select(WithoutDefaults)]);
        if (node is not JsonObject shape) return node?.DeepClone();
        return new JsonObject(shape.Where(field => !IsDefault(field.Key, field.Value)).Select(field => KeyValuePair.Create(field.Key, WithoutDefaults(field.Value))));
    }

    private static bool IsDefault(string field, JsonNode? value) => value is JsonValue plain
        && ((field is "optional" or "dispatch_action" or "clear_on_close" && !plain.GetValue<bool>())
            || (field is "border" && plain.GetValue<int>() == 0));
}
