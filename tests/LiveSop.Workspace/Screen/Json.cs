using System.Globalization;
using System.Text.Json;

namespace LiveSop.Workspace.Screen;

/// <summary>Reading JSON that may lack anything.</summary>
internal static class Json
{
    /// <summary>The string of that name; nothing where there is none.</summary>
    public static string? Text(this JsonElement shape, string name) =>
        shape.Part(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The text of a text object of that name, or the bare string.</summary>
    public static string? Words(this JsonElement shape, string name) => shape.Text(name) ?? shape.Part(name)?.Text("text");

    public static JsonElement? Part(this JsonElement shape, string name) =>
        shape.ValueKind == JsonValueKind.Object && shape.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement shape, string name) =>
        shape.Part(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

    public static bool Is(this JsonElement shape, string name) => shape.Part(name) is { ValueKind: JsonValueKind.True };

    public static long? Number(this JsonElement shape, string name) => shape.Part(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>When a <c>ts</c> was, to the second.</summary>
    public static DateTimeOffset? At(string? ts) =>
        long.TryParse(ts?.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
