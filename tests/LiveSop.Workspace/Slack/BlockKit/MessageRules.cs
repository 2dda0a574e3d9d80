using System.Text.Json;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>The blocks of a message.</summary>
internal static class MessageRules
{
    public static void Check(JsonElement blocks, Problems problems, string at) { if (blocks.GetArrayLength() > 50) problems.Add("no more than 50 items allowed", at); }
}
