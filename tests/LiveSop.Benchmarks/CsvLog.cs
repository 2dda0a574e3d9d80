using System.Globalization;
using System.Text;
using LiveSop.Domain.Mining;

namespace LiveSop.Benchmarks;

/// <summary>Reads an event log with the columns case, activity and timestamp. Stands in until the product's own reader does this.</summary>
internal static class CsvLog
{
    /// <returns>Cases with their events by time, those of one time in the file's order.</returns>
    public static EventLog Read(string file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var rows = Rows(reader);
        var columns = rows.First();
        var (id, activity, time) = (columns.IndexOf("case"), columns.IndexOf("activity"), columns.IndexOf("timestamp"));
        var events = rows.Select(row => (Case: row[id], Activity: row[activity], At: DateTimeOffset.Parse(row[time], CultureInfo.InvariantCulture)));
        return EventLog.From(events.GroupBy(e => e.Case, StringComparer.Ordinal).Select(c => c.OrderBy(e => e.At).Select(e => e.Activity)));
    }

    private static IEnumerable<List<string>> Rows(StreamReader reader)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        while (reader.Read() is >= 0 and var read)
        {
            var c = (char)read;
            if (c == '"' && quoted && reader.Peek() == '"') field.Append((char)reader.Read());
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) field.Append(c);
            else if (c != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                yield return row;
                row = [];
            }
        }
        if (field.Length == 0 && row.Count == 0) yield break;
        row.Add(field.ToString());
        yield return row;
    }
}
