using System.Text.Json;

namespace LiveSop.Bot.Tests.Simulator;

/// <summary>Short ways into an answer.</summary>
internal static class Json
{
    /// <summary>Text by a path such as <c>message.text</c> or <c>files.0.id</c>; null where it leads nowhere.</summary>
    public static string? Get(this JsonElement json, string path) => json.At(path) is { } found ? found.ToString() : null;

    public static JsonElement? At(this JsonElement json, string path)
    {
        var at = json;
        foreach (var step in path.Split('.'))
        {
            if (at.ValueKind == JsonValueKind.Array && int.TryParse(step, out var index) && index < at.GetArrayLength()) at = at[index];
            else if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out var next)) at = next;
            else return null;
        }
        return at.ValueKind == JsonValueKind.Null ? null : at;
    }

    public static bool IsOk(this JsonElement json) => json.Get("ok") == "True";

    public static IReadOnlyList<string?> All(this JsonElement json, string list, string path) =>
        [.. json.GetProperty(list).EnumerateArray().Select(item => item.Get(path))];
}
