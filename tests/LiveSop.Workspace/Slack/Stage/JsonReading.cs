using System.Text.Json;

namespace LiveSop.Workspace.Slack.Stage;

/// <summary>Looking into JSON that somebody else wrote.</summary>
internal static class JsonReading
{
    /// <summary>Null where it is absent, null, or its owner no object.</summary>
    public static JsonElement? Get(this JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement owner, string name) =>
        owner.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool Flag(this JsonElement owner, string name) => owner.Get(name) is { ValueKind: JsonValueKind.True };

    /// <summary>Nothing where it is absent or no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement owner, string name) =>
        owner.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static void Write(this Utf8JsonWriter json, string name, JsonElement? value)
    {
        if (value is not { } present) return;
        json.WritePropertyName(name);
        present.WriteTo(json);
    }

    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
