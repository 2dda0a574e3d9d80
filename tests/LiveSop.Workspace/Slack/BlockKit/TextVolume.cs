using System.Text.Json;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>All the text that a message's blocks hold.</summary>
internal static class TextVolume
{
    /// <summary>Slack documents no ceiling; a report has about this many characters refused.</summary>
    public const int Most = 13_200;

    public static int Of(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().Sum(Of),
        JsonValueKind.Object => node.EnumerateObject().Sum(field => field is { Name: "text", Value.ValueKind: JsonValueKind.String } ? field.Value.GetString()!.Length : Of(field.Value)),
        _ => 0,
    };
}
