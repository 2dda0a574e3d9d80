using System.Text.Json;
using LiveSop.Workspace.History;

namespace LiveSop.Workspace.Export;

/// <summary>
/// What only the generator knows, for scoring: <c>cases</c> (kind by case), <c>messages</c> (activity by message), <c>messageCase</c> (case by
/// message), <c>also</c> (the second activity of a message that does two things) and <c>flowcharts</c> (per kind its activities, and after
/// each the one that most often comes next). Keys are <c>CHANNEL:TS</c>.
/// </summary>
internal static class GoldWriter
{
    public static void Write(CompanyHistory history, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        var inCases = history.Messages.Where(m => m.Case is not null).ToList();
        json.WriteStartObject();
        Cases(json, history.Cases);
        Texts(json, "messages", inCases.Where(m => m.Activities.Count > 0).Select(m => (m.Key, m.Activities[0])));
        Texts(json, "also", inCases.Where(m => m.Activities.Count > 1).Select(m => (m.Key, m.Activities[1])));
        Texts(json, "messageCase", inCases.Select(m => (m.Key, m.Case!)));
        Flowcharts(json, history.Cases);
        json.WriteEndObject();
    }

    private static void Cases(Utf8JsonWriter json, IReadOnlyList<HistoryCase> cases)
    {
        json.WriteStartObject("cases");
        foreach (var one in cases)
        {
            json.WriteStartObject(one.Key);
            json.WriteString("task", one.Story.Kind);
            json.WriteBoolean("resolved", one.Resolved);
            json.WriteBoolean("threaded", one.Threaded);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Flowcharts(Utf8JsonWriter json, IReadOnlyList<HistoryCase> cases)
    {
        json.WriteStartObject("flowcharts");
        foreach (var kind in cases.GroupBy(c => c.Story).OrderBy(g => g.Key.Kind, StringComparer.Ordinal))
        {
            json.WriteStartObject(kind.Key.Kind);
            Texts(json, "replies", kind.Key.Process.Activities().Select(a => (a.Name, a.Name)));
            Texts(json, "graph", MostOftenNext(kind));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static IEnumerable<(string, string)> MostOftenNext(IEnumerable<HistoryCase> cases) =>
        cases.SelectMany(c => c.Trace().Zip(c.Trace().Skip(1)))
            .GroupBy(step => step.First, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, MostFrequent(g.Select(s => s.Second))));

    private static string MostFrequent(IEnumerable<string> names) =>
        names.CountBy(n => n).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).First().Key;

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<(string Key, string Value)> entries)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in entries) json.WriteString(key, value);
        json.WriteEndObject();
    }
}
