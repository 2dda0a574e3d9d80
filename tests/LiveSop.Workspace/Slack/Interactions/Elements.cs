using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>An interactive element and the block it stands in.</summary>
internal readonly record struct Placed(string BlockId, string BlockType, JsonElement Element)
{
    public string Type => Element.Text("type") ?? "";

    public string ActionId => Element.Text("action_id") ?? "";

    /// <summary>Holds a value between clicks; buttons and menus do not.</summary>
    public bool IsStateful => Type is not ("button" or "overflow" or "image" or "workflow_button" or "icon_button" or "feedback_buttons");

    /// <summary>A change of it is told to the app at once; in an input block only where it asks for that.</summary>
    public bool Dispatches { get; init; }
}

/// <summary>Finds the interactive elements in blocks.</summary>
internal static class Elements
{
    public static IEnumerable<Placed> In(JsonElement? blocks)
    {
        if (blocks is not { ValueKind: JsonValueKind.Array } list) yield break;
        foreach (var block in list.EnumerateArray())
            foreach (var placed in Of(block)) yield return placed;
    }

    /// <param name="actionId">Or <c>block_id/action_id</c>, where several blocks have the action.</param>
    /// <exception cref="ArgumentException">There is none with that action id.</exception>
    public static Placed Find(JsonElement? blocks, string actionId)
    {
        foreach (var placed in In(blocks))
            if (placed.ActionId == actionId || $"{placed.BlockId}/{placed.ActionId}" == actionId) return placed;
        throw new ArgumentException($"Nothing here has the action id {actionId}; there are: {string.Join(", ", In(blocks).Select(p => p.ActionId))}.", nameof(actionId));
    }

    private static IEnumerable<Placed> Of(JsonElement block)
    {
        var (id, type) = (block.Text("block_id") ?? "", block.Text("type") ?? "");
        if (type == "input" && block.Get("element") is { } input) yield return new Placed(id, type, input) { Dispatches = block.Flag("dispatch_action") };
        if (type == "section" && block.Get("accessory") is { } accessory && accessory.Text("action_id") is not null) yield return new Placed(id, type, accessory) { Dispatches = true };
        if (type is not ("actions" or "context_actions")) yield break;
        foreach (var element in block.Items("elements")) yield return new Placed(id, type, element) { Dispatches = true };
    }
}
