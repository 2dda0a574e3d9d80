using System.Text.Json;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>A modal or a Home tab.</summary>
internal static class ViewRules
{
    public static void Check(JsonElement view, string type, Problems problems) { if (view.GetProperty("type").GetString() != type) problems.Add("wrong type", "/view/type"); }
}
