using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveSop.Bot.Sources;

/// <summary>Reads what exports really hold: numbers as strings, strings as numbers, nulls and lists where a value should be.</summary>
internal static class LooseJson
{
    /// <summary>Names as Slack writes them: <c>thread_ts</c>.</summary>
    public static JsonSerializerOptions Slack { get; } = Create(JsonNamingPolicy.SnakeCaseLower);

    /// <summary>Names as Jira writes them: <c>accountId</c>.</summary>
    public static JsonSerializerOptions Jira { get; } = Create(JsonNamingPolicy.CamelCase);

    /// <summary>A property's text; null where there is none, or it is no text.</summary>
    public static string? Text(this JsonElement element, string property) => element.Property(property).Text();

    public static string? Text(this JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair or a stray byte in a fallback text is not worth a whole import.
            return null;
        }
    }

    /// <summary>Undefined where the element is no object or lacks the property.</summary>
    public static JsonElement Property(this JsonElement element, string property)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // Nor is half a surrogate pair in the name of a field beside it.
            return default;
        }
    }

    /// <summary>A list's elements; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    private static JsonSerializerOptions Create(JsonNamingPolicy names)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = names,
            MaxDepth = 256,
            AllowTrailingCommas = true,
        };
        options.Converters.Add(new LooseString());
        options.Converters.Add(new LooseBool());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    // Skip refuses to work before the last block of a stream, even where the value is there; and it always is, because
    // the serializer reads a value to its end before it asks a converter.
    private static void PassOver(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip()) throw new JsonException();
    }

    private sealed class LooseString : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    return reader.GetString();
                case JsonTokenType.Number:
                    // The digits as they stand: a ts is an identifier, and 1589312523.000100 must keep its zeros.
                    return Encoding.UTF8.GetString(reader.HasValueSequence ? Flat(ref reader) : reader.ValueSpan);
                default:
                    PassOver(ref reader);
                    return null;
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        private static byte[] Flat(ref Utf8JsonReader reader)
        {
            var bytes = new byte[reader.ValueSequence.Length];
            var at = 0;
            foreach (var part in reader.ValueSequence)
            {
                part.Span.CopyTo(bytes.AsSpan(at));
                at += part.Length;
            }
            return bytes;
        }
    }

    private sealed class LooseBool : JsonConverter<bool>
    {
        public override bool HandleNull => true;

        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.True:
                    return true;
                case JsonTokenType.String:
                    return reader.GetString() is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
                case JsonTokenType.Number:
                    return reader.TryGetInt32(out var number) && number != 0;
                default:
                    PassOver(ref reader);
                    return false;
            }
        }

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
