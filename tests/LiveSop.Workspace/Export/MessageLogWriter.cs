using System.Globalization;
using System.Text;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;

namespace LiveSop.Workspace.Export;

/// <summary>The beginning of a history as a plain message log: id, time, author, text, thread (the id of its first message, which bears it too; empty outside threads).</summary>
internal static class MessageLogWriter
{
    public static void Write(CompanyHistory history, Stream stream, int incidents = 60)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        CsvLine.Write(writer, ["id", "time", "author", "text", "thread"]);
        var known = history.Cases.Take(incidents).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var until = history.Cases.Count > incidents ? history.Cases[incidents].Messages[0].At : DateTimeOffset.MaxValue;
        var roots = history.Messages.Where(m => m.ThreadTs is not null).Select(m => m.ThreadTs!).ToHashSet(StringComparer.Ordinal);
        foreach (var message in history.Messages.Where(m => Belongs(m, known, until))) CsvLine.Write(writer, Cells(message, roots));
    }

    private static bool Belongs(HistoryMessage message, HashSet<string> known, DateTimeOffset until) =>
        message.Case is { } one ? known.Contains(one) : message.At < until && !message.IsNote && message.Channel.Kind == ChannelKind.Public;

    private static string[] Cells(HistoryMessage message, HashSet<string> roots) =>
    [
        message.Key,
        message.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        message.Author.Name,
        WireText.Plain(message.Text),
        message.ThreadTs is { } thread ? $"{message.Channel.Id}:{thread}" : roots.Contains(message.Ts) ? message.Key : "",
    ];
}
