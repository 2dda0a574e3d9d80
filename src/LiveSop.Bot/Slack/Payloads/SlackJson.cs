using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>
/// Reads JSON of which nothing is promised: what is missing, null or of another kind reads as nothing, and no read throws.
/// Names are given as UTF-8 because this is the way of every event.
/// </summary>
internal static class SlackJson
{
    private const int LongestId = 255;

    /// <summary>Slack nests its deepest rich text about ten levels; more than this is no message of Slack's.</summary>
    public static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    /// <summary>Undefined where the element is no object or lacks the field.</summary>
    public static JsonElement Get(this JsonElement element, ReadOnlySpan<byte> name)
    {
        if (!element.IsObject()) return default;
        try
        {
            return element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // A field beside it has a name that is no proper text.
            var wanted = Encoding.UTF8.GetString(name);
            return element.EnumerateObject().Select(Named).LastOrDefault(field => field.Name == wanted).Value;
        }
    }

    /// <summary>Written alike, to the letter; two that are missing are alike.</summary>
    public static bool IsLike(this JsonElement one, JsonElement other) => one.ValueKind == other.ValueKind
        && (one.ValueKind == JsonValueKind.Undefined || JsonMarshal.GetRawUtf8Value(one).SequenceEqual(JsonMarshal.GetRawUtf8Value(other)));

    /// <summary>A list's elements; none where it is no list.</summary>
    public static JsonElement.ArrayEnumerator Each(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    public static bool IsObject(this JsonElement element) => element.ValueKind == JsonValueKind.Object;

    /// <summary>Text as it stands, a number as its digits stand; null where there is neither.</summary>
    public static string? Words(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Decoded(element),
        JsonValueKind.Number => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)),
        _ => null,
    };

    public static string? Words(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name).Words();

    /// <summary>Something to name things by: 1 to 255 characters, none of them a control character; otherwise null.</summary>
    public static string? Id(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name).Id();

    public static string? Id(this JsonElement element) =>
        element.Words() is { Length: > 0 and <= LongestId } text && !text.Any(char.IsControl) ? text : null;

    /// <summary>True, "true", "1", or a number that is not zero.</summary>
    public static bool Flag(this JsonElement element, ReadOnlySpan<byte> name) => element.Get(name) is var value && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => value.Words() is "1" or "true" or "True" or "TRUE",
        JsonValueKind.Number => !value.TryGetInt32(out var number) || number != 0,
        _ => false,
    };

    /// <summary>A whole number, also where it is written as text.</summary>
    public static long? Number(this JsonElement element, ReadOnlySpan<byte> name) =>
        Number(element.Get(name));

    /// <summary>Seconds since 1970; null where they name no moment that .NET knows.</summary>
    public static DateTimeOffset? Seconds(this JsonElement element, ReadOnlySpan<byte> name) =>
        Moment(element.Get(name));

    public static DateTimeOffset? Moment(JsonElement seconds) =>
        Number(seconds) is > 0 and < 253_402_300_800 and var number ? DateTimeOffset.FromUnixTimeSeconds(number) : null;

    public static ChannelId? Channel(this JsonElement element, ReadOnlySpan<byte> name) => element.IdOrObject(name) is { } id ? new ChannelId(id) : null;

    public static UserId? User(this JsonElement element, ReadOnlySpan<byte> name) => element.IdOrObject(name) is { } id ? new UserId(id) : null;

    public static WorkspaceId? Workspace(this JsonElement element, ReadOnlySpan<byte> name) => element.IdOrObject(name) is { } id ? new WorkspaceId(id) : null;

    public static MessageTs? Ts(this JsonElement element, ReadOnlySpan<byte> name) => element.Id(name) is { } ts ? new MessageTs(ts) : null;

    /// <summary>A field with its name; the name is empty where it is no proper text.</summary>
    public static (string Name, JsonElement Value) Named(JsonProperty field)
    {
        try
        {
            return (field.Name, field.Value);
        }
        catch (InvalidOperationException)
        {
            return ("", field.Value);
        }
    }

    private static long? Number(JsonElement number) =>
        long.TryParse(number.Words(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    // Slack writes the same thing now as its id and now as an object that has it.
    private static string? IdOrObject(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.Get(name) is var value && value.ValueKind == JsonValueKind.Object ? value.Id("id"u8) : value.Id();

    private static string Decoded(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return BrokenText.Mend(JsonMarshal.GetRawUtf8Value(element));
        }
    }
}
