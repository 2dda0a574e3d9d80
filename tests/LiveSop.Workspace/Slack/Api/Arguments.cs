using System.Globalization;
using System.Text.Json;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>The arguments of a call, however they came. Nested values are JSON text, as in form fields. Unknown names do no harm.</summary>
internal sealed class Arguments(IReadOnlyDictionary<string, string> values)
{
    public static Arguments None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>All as text.</summary>
    public IReadOnlyDictionary<string, string> Values { get; } = values;

    /// <summary>The fields of a JSON object; none where it is no object.</summary>
    public static Arguments Of(JsonElement json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.ValueKind != JsonValueKind.Object) return None;
        foreach (var field in json.EnumerateObject())
            if (field.Value.ValueKind != JsonValueKind.Null)
                values[field.Name] = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
        return new Arguments(values);
    }

    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>Null where it is absent or empty.</summary>
    public string? Text(string name) => Values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public bool Flag(string name, bool otherwise = false) => Text(name) is { } text ? text is "true" or "1" or "True" : otherwise;

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public IReadOnlyList<string> List(string name) =>
        Text(name)?.Trim('[', ']').Replace("\"", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <returns>False where there is text that is no JSON.</returns>
    public bool Json(string name, out JsonElement? value)
    {
        value = null;
        if (Text(name) is not { } text) return true;
        try
        {
            using var document = JsonDocument.Parse(text);
            value = document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The nested fields of a JSON argument.</summary>
    public JsonElement? Object(string name) => Json(name, out var value) ? value : null;
}
