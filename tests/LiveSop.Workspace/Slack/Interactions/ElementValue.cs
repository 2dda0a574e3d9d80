using System.Globalization;
using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>The value fields of an element, as actions and <c>state.values</c> carry them. Empty is null, never absent.</summary>
internal static class ElementValue
{
    /// <param name="chosen">What the person chose or typed; null leaves the element's initial value.</param>
    public static void Write(Utf8JsonWriter json, JsonElement element, IReadOnlyList<string>? chosen)
    {
        var type = element.Text("type") ?? "";
        switch (type)
        {
            case "static_select" or "radio_buttons" or "overflow" or "external_select": Option(json, element, chosen); break;
            case "multi_static_select" or "multi_external_select" or "checkboxes": Options(json, element, chosen); break;
            case "users_select" or "conversations_select" or "channels_select": One(json, "selected_" + Noun(type), "initial_" + Noun(type), element, chosen); break;
            case "multi_users_select" or "multi_conversations_select" or "multi_channels_select": Many(json, Noun(type), element, chosen); break;
            case "datepicker": One(json, "selected_date", "initial_date", element, chosen); break;
            case "timepicker": Time(json, element, chosen); break;
            case "datetimepicker": Moment(json, element, chosen); break;
            case "rich_text_input": RichText(json, element, chosen); break;
            case "file_input": Files(json, chosen); break;
            default: One(json, "value", "initial_value", element, chosen); break;
        }
    }

    private static string Noun(string type) => type.Split('_')[^2].TrimEnd('s');

    private static void One(Utf8JsonWriter json, string name, string initial, JsonElement element, IReadOnlyList<string>? chosen) =>
        json.WriteString(name, chosen is null ? element.Text(initial) : chosen.Count == 0 ? null : chosen[0]);

    private static void Many(Utf8JsonWriter json, string noun, JsonElement element, IReadOnlyList<string>? chosen)
    {
        json.WriteStartArray($"selected_{noun}s");
        foreach (var id in chosen ?? [.. element.Items($"initial_{noun}s").Select(i => i.GetString()!)]) json.WriteStringValue(id);
        json.WriteEndArray();
    }

    private static void Option(Utf8JsonWriter json, JsonElement element, IReadOnlyList<string>? chosen)
    {
        json.WritePropertyName("selected_option");
        if (chosen is { Count: > 0 }) Offered(json, element, chosen[0]);
        else if (chosen is null && element.Get("initial_option") is { } initial) initial.WriteTo(json);
        else json.WriteNullValue();
    }

    private static void Options(Utf8JsonWriter json, JsonElement element, IReadOnlyList<string>? chosen)
    {
        json.WriteStartArray("selected_options");
        if (chosen is null) foreach (var initial in element.Items("initial_options")) initial.WriteTo(json);
        foreach (var value in chosen ?? []) Offered(json, element, value);
        json.WriteEndArray();
    }

    /// <summary>External selects offer what the app answered; their options are known by value alone here.</summary>
    private static void Offered(Utf8JsonWriter json, JsonElement element, string value)
    {
        foreach (var option in element.Items("options").Concat(element.Items("option_groups").SelectMany(g => g.Items("options"))))
        {
            if (option.Text("value") != value) continue;
            option.WriteTo(json);
            return;
        }
        if (element.Text("type")?.Contains("external", StringComparison.Ordinal) != true)
            throw new ArgumentException($"{element.Text("action_id")} has no option {value}.", nameof(value));
        json.WriteStartObject();
        json.WriteStartObject("text");
        json.WriteString("type", "plain_text");
        json.WriteString("text", value);
        json.WriteEndObject();
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void Time(Utf8JsonWriter json, JsonElement element, IReadOnlyList<string>? chosen)
    {
        One(json, "selected_time", "initial_time", element, chosen);
        json.Text("timezone", element.Text("timezone"));
    }

    private static void Moment(Utf8JsonWriter json, JsonElement element, IReadOnlyList<string>? chosen)
    {
        if (chosen is { Count: > 0 }) json.WriteNumber("selected_date_time", long.Parse(chosen[0], CultureInfo.InvariantCulture));
        else if (chosen is null && element.Get("initial_date_time") is { } initial) json.Write("selected_date_time", initial);
        else json.WriteNull("selected_date_time");
    }

    private static void RichText(Utf8JsonWriter json, JsonElement element, IReadOnlyList<string>? chosen)
    {
        if (chosen is null || chosen.Count == 0)
        {
            if (element.Get("initial_value") is { } initial) json.Write("rich_text_value", initial);
            else json.WriteNull("rich_text_value");
            return;
        }
        json.WriteStartObject("rich_text_value");
        json.WriteString("type", "rich_text");
        json.WriteStartArray("elements");
        json.WriteStartObject();
        json.WriteString("type", "rich_text_section");
        json.WriteStartArray("elements");
        json.WriteStartObject();
        json.WriteString("type", "text");
        json.WriteString("text", chosen[0]);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Files(Utf8JsonWriter json, IReadOnlyList<string>? chosen)
    {
        json.WriteStartArray("files");
        foreach (var id in chosen ?? [])
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
