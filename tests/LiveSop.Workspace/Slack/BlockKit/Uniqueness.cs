using System.Globalization;
using System.Text.Json;
using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>Ids that may stand only once: a block's in its message or view, an action's in its block.</summary>
internal static class Uniqueness
{
    public static void Check(JsonElement blocks, string at, Problems problems)
    {
        if (blocks.ValueKind != JsonValueKind.Array) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var block in blocks.EnumerateArray())
        {
            var here = string.Create(CultureInfo.InvariantCulture, $"{at}/{i++}");
            if (block.Text("block_id") is { } id && !seen.Add(id)) problems.Add($"block_id already exists: {id}", here + "/block_id");
            Actions(block, here, problems);
        }
    }

    /// <summary>One element at most may ask for the cursor.</summary>
    public static void OneFocus(JsonElement blocks, string at, Problems problems)
    {
        if (Elements.In(blocks).Count(p => p.Element.Flag("focus_on_load")) > 1) problems.Add("only one element can have focus_on_load", at);
    }

    private static void Actions(JsonElement block, string at, Problems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var element in block.Items("elements"))
        {
            var here = string.Create(CultureInfo.InvariantCulture, $"{at}/elements/{i++}/action_id");
            if (element.Text("action_id") is { } id && !seen.Add(id)) problems.Add($"action_id already exists for another element in this block: {id}", here);
        }
    }
}
