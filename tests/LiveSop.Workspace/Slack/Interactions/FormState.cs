using System.Text.Json;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>What a person has entered so far, by block and action. It outlives an update of the blocks where both ids stay, as Slack's does.</summary>
internal sealed class FormState
{
    private readonly Dictionary<(string Block, string Action), IReadOnlyList<string>> _entered = [];

    public void Enter(string blockId, string actionId, IReadOnlyList<string> values) => _entered[(blockId, actionId)] = values;

    public IReadOnlyList<string>? Entered(Placed placed) => _entered.GetValueOrDefault((placed.BlockId, placed.ActionId));

    /// <summary>As <c>state</c>.</summary>
    public void Write(Utf8JsonWriter json, JsonElement? blocks)
    {
        json.WriteStartObject("state");
        json.WriteStartObject("values");
        foreach (var block in Elements.In(blocks).Where(p => p.IsStateful).GroupBy(p => p.BlockId, StringComparer.Ordinal))
        {
            json.WriteStartObject(block.Key);
            foreach (var placed in block) Value(json, placed);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Value(Utf8JsonWriter json, Placed placed)
    {
        json.WriteStartObject(placed.ActionId);
        json.WriteString("type", placed.Type);
        ElementValue.Write(json, placed.Element, Entered(placed));
        json.WriteEndObject();
    }
}
