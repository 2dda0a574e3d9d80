using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveSop.Workspace.Slack.Stage;

/// <summary>JSON written straight to bytes. The writer is kept per thread, because every event and every answer needs one.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Desk? _desk;

    public static byte[] Of(Action<Utf8JsonWriter> write) => Of(write, static (json, writing) => writing(json));

    /// <summary>Without a closure.</summary>
    public static byte[] Of<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        var desk = _desk ?? new Desk();
        _desk = null;
        write(desk.Json, what);
        desk.Json.Flush();
        var bytes = desk.Buffer.WrittenSpan.ToArray();
        desk.Clear();
        _desk = desk;
        return bytes;
    }

    public static JsonElement Element(Action<Utf8JsonWriter> write) => Element(Of(write));

    public static JsonElement Element(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }

    public static JsonElement Element(JsonNode? node) => Element(Of(node, static (json, n) => { if (n is null) json.WriteNullValue(); else n.WriteTo(json); }));

    private sealed class Desk
    {
        public Desk() => Json = new Utf8JsonWriter(Buffer, Options);

        public ArrayBufferWriter<byte> Buffer { get; } = new(4096);

        public Utf8JsonWriter Json { get; }

        public void Clear()
        {
            Buffer.ResetWrittenCount();
            Json.Reset(Buffer);
        }
    }
}
