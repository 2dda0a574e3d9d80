using System.Text.Json;
using System.Text.Json.Nodes;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>Gives a <c>block_id</c> to blocks and an <c>action_id</c> to elements that came without, as Slack does.</summary>
internal static class Numbering
{
    public static JsonElement? Of(JsonElement? blocks, Mint mint)
    {
        if (blocks is not { ValueKind: JsonValueKind.Array } list) return null;
        var node = JsonArray.Create(list)!;
        foreach (var block in node.OfType<JsonObject>())
        {
            block["block_id"] ??= mint.Short();
            Element(block["accessory"], mint);
            Element(block["element"], mint);
            if ((string?)block["type"] is "actions" or "context_actions" && block["elements"] is JsonArray elements)
                foreach (var element in elements) Element(element, mint);
        }
        return JsonBytes.Element(node);
    }

    private static void Element(JsonNode? node, Mint mint)
    {
        if (node is JsonObject element && (string?)element["type"] is not "image") element["action_id"] ??= mint.Short();
    }
}
