using System.Text.Json;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>The fields that an object has: those it must have, those it may, and no others.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, (Rule Rule, bool Required)> _fields = new(StringComparer.Ordinal);
    private readonly List<Rule> _whole = [];

    public Shape Must(string name, Rule rule)
    {
        _fields[name] = (rule, true);
        return this;
    }

    public Shape May(string name, Rule rule)
    {
        _fields[name] = (rule, false);
        return this;
    }

    /// <summary>A rule about several fields.</summary>
    public Shape And(Rule rule)
    {
        _whole.Add(rule);
        return this;
    }

    public void Check(JsonElement value, string at, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add("must be an object", at);
            return;
        }
        foreach (var (name, (rule, required)) in _fields)
            if (value.TryGetProperty(name, out var field) && (field.ValueKind != JsonValueKind.Null || required)) rule(field, $"{at}/{name}", problems);
            else if (required) problems.Add($"missing required field: {name}", at);
        foreach (var field in value.EnumerateObject())
            if (!_fields.ContainsKey(field.Name)) problems.Add($"invalid additional property: {field.Name}", at);
        foreach (var rule in _whole) rule(value, at, problems);
    }

    /// <summary>Chooses the shape by the object's <c>type</c>.</summary>
    public static Rule ByType(IReadOnlyDictionary<string, Shape> shapes) => (value, at, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Object) problems.Add("must be an object", at);
        else if (!value.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) problems.Add("missing required field: type", at);
        else if (!shapes.TryGetValue(type.GetString()!, out var shape)) problems.Add($"unsupported type: {type.GetString()}", $"{at}/type");
        else shape.Check(value, at, problems);
    };
}
