using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>What an input or a clicked element holds.</summary>
internal abstract record InputValue
{
    private InputValue()
    {
    }

    // Logs may show this: never what people typed.
    public sealed override string ToString() => GetType().Name;

    /// <summary>Left empty: Slack says null.</summary>
    internal sealed record Nothing : InputValue;

    /// <summary>Typed text, a number as it was typed, or a button's value.</summary>
    internal sealed record Text(string Value) : InputValue;

    /// <summary>The values of the options chosen: one, or as many as were ticked, or none.</summary>
    internal sealed record Options(IReadOnlyList<string> Values) : InputValue;

    /// <summary>The ids of the people, channels or conversations chosen.</summary>
    internal sealed record Ids(IReadOnlyList<string> Values) : InputValue;

    internal sealed record Date(DateOnly Value) : InputValue;

    internal sealed record Time(TimeOnly Value) : InputValue;

    internal sealed record Moment(DateTimeOffset Value) : InputValue;

    /// <summary>Formatted text, as a <c>rich_text</c> block.</summary>
    internal sealed record RichText(JsonElement Block) : InputValue;

    internal sealed record Files(IReadOnlyList<SlackFile> All) : InputValue;

    /// <summary>The text or the single option's value; null where it holds something else, or nothing.</summary>
    public string? AsText => this switch
    {
        Text { Value: var text } => text,
        Options { Values: [var only] } => only,
        Ids { Values: [var only] } => only,
        _ => null,
    };

    public static InputValue Read(JsonElement element)
    {
        foreach (var field in element.IsObject() ? element.EnumerateObject() : default)
        {
            if (field.Value.ValueKind != JsonValueKind.Null && Of(field) is { } value) return value;
        }
        return new Nothing();
    }

    // The field's name tells more than the element's type: selects of every kind share a few fields, and new kinds will too.
    private static InputValue? Of(JsonProperty field) => SlackJson.Named(field).Name switch
    {
        "value" => field.Value.Words() is { } text ? new Text(text) : null,
        "selected_option" => field.Value.Words("value"u8) is { } option ? new Options([option]) : null,
        "selected_options" => new Options(Each(field.Value, option => option.Words("value"u8))),
        "selected_user" or "selected_channel" or "selected_conversation" => field.Value.Id() is { } id ? new Ids([id]) : null,
        "selected_users" or "selected_channels" or "selected_conversations" => new Ids(Each(field.Value, id => id.Id())),
        "selected_date" => DateOnly.TryParseExact(field.Value.Words(), "yyyy-MM-dd", out var date) ? new Date(date) : null,
        "selected_time" => TimeOnly.TryParseExact(field.Value.Words(), "HH:mm", out var time) ? new Time(time) : null,
        "selected_date_time" => SlackJson.Moment(field.Value) is { } moment ? new Moment(moment) : null,
        "rich_text_value" => new RichText(field.Value),
        "files" => new Files(SlackFile.All(field.Value)),
        _ => null,
    };

    private static IReadOnlyList<string> Each(JsonElement list, Func<JsonElement, string?> read) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(read).OfType<string>()] : [];
}
