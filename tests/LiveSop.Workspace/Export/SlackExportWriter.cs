using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;

namespace LiveSop.Workspace.Export;

/// <summary>
/// Writes a history as Slack exports a workspace: one folder a channel, one file a day, the day being California's. Nothing of the gold
/// goes in. The same history gives the same bytes on one runtime; across runtimes only the entries' contents are promised.
/// </summary>
internal static class SlackExportWriter
{
    private static readonly DateTimeOffset Packed = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CompanyHistory history, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Entry(zip, "channels.json", json => SlackLists.Channels(json, ChannelKind.Public));
        Entry(zip, "groups.json", json => SlackLists.Channels(json, ChannelKind.Private));
        Entry(zip, "dms.json", SlackLists.Directs);
        Entry(zip, "users.json", SlackLists.Users);
        Entry(zip, "integration_logs.json", SlackLists.Integrations);
        var talk = history.Messages.GroupBy(m => m.Channel).OrderBy(g => g.Key.Folder, StringComparer.Ordinal);
        foreach (var channel in talk) Days(zip, channel.Key, [.. channel]);
    }

    private static void Days(ZipArchive zip, Channel channel, IReadOnlyList<HistoryMessage> messages)
    {
        var threads = messages.Where(m => m.ThreadTs is not null).ToLookup(m => m.ThreadTs!, StringComparer.Ordinal);
        var roots = messages.Where(m => threads.Contains(m.Ts)).ToDictionary(m => m.Ts, StringComparer.Ordinal);
        var writer = new SlackMessageWriter(threads, roots);
        foreach (var day in messages.GroupBy(m => Zone.Pacific.Local(m.At).Date))
        {
            var name = day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Entry(zip, $"{channel.Folder}/{name}.json", json => Messages(json, writer, day));
        }
    }

    private static void Messages(Utf8JsonWriter json, SlackMessageWriter writer, IEnumerable<HistoryMessage> messages)
    {
        json.WriteStartArray();
        foreach (var message in messages) writer.Write(json, message);
        json.WriteEndArray();
    }

    private static void Entry(ZipArchive zip, string name, Action<Utf8JsonWriter> content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = Packed;
        using var stream = entry.Open();
        using var json = new Utf8JsonWriter(stream, Options);
        content(json);
    }
}
