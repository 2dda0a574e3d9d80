using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Mining;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Learn;

/// <summary>What one run of mining found.</summary>
/// <param name="Unassigned">Ids of the incidents that stand in no SOP.</param>
internal sealed record Mined(int Messages, int Incidents, IReadOnlyList<Sop> Sops, IReadOnlyList<string> Unassigned);

/// <summary>Writes <c>sops.json</c>, format 1, which other programs read: a field may be added, none renamed. The same input gives the same bytes.</summary>
internal static class SopsJson
{
    public const int Format = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="notation">Writes a tree over the names of its leaves.</param>
    public static void Write(Stream stream, Mined mined, Func<ProcessTree, IReadOnlyList<string>, string> notation)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteNumber("messages", mined.Messages);
        json.WriteNumber("incidents", mined.Incidents);
        json.WriteStartArray("sops");
        foreach (var sop in mined.Sops) WriteSop(json, sop, notation);
        json.WriteEndArray();
        WriteStrings(json, "unassigned", mined.Unassigned);
        json.WriteEndObject();
    }

    private static void WriteSop(Utf8JsonWriter json, Sop sop, Func<ProcessTree, IReadOnlyList<string>, string> notation)
    {
        json.WriteStartObject();
        json.WriteString("id", sop.Id);
        json.WriteString("title", sop.Title);
        json.WriteString("trigger", sop.Trigger);
        WriteStrings(json, "cases", sop.Cases);
        json.WriteStartArray("steps");
        foreach (var step in sop.Steps) WriteStep(json, step);
        json.WriteEndArray();
        json.WriteString("tree", notation(sop.Tree, [.. sop.Steps.Select(step => step.Id)]));
        json.WriteStartArray("edges");
        foreach (var edge in sop.Edges) WriteEdge(json, edge);
        json.WriteEndArray();
        json.WriteStartArray("guards");
        json.WriteEndArray();
        json.WriteStartObject("quality");
        WriteShare(json, "fitness", sop.Quality.Fitness);
        WriteShare(json, "precision", sop.Quality.Precision);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, Step step)
    {
        json.WriteStartObject();
        json.WriteString("id", step.Id);
        json.WriteString("title", step.Title);
        json.WriteString("actor", step.Actor);
        json.WriteBoolean("optional", step.Optional);
        json.WriteStartObject("support");
        json.WriteNumber("cases", step.Support.Cases);
        json.WriteNumber("of", step.Support.Of);
        json.WriteEndObject();
        if (step.MedianSeconds is { } seconds) json.WriteNumber("medianSeconds", seconds);
        else json.WriteNull("medianSeconds");
        json.WriteStartArray("evidence");
        foreach (var source in step.Evidence) WriteSource(json, source);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, SourceRef source)
    {
        json.WriteStartObject();
        switch (source)
        {
            case SourceRef.Slack slack:
                json.WriteString("channel", slack.Channel);
                json.WriteString("ts", slack.Ts);
                break;
            case SourceRef.CsvRow row:
                json.WriteString("file", row.File);
                json.WriteNumber("row", row.Row);
                break;
            case SourceRef.Jira jira:
                json.WriteString("project", jira.Project);
                json.WriteString("id", jira.Id);
                break;
        }
        json.WriteEndObject();
    }

    private static void WriteEdge(Utf8JsonWriter json, Edge edge)
    {
        json.WriteStartObject();
        json.WriteString("from", edge.From);
        json.WriteString("to", edge.To);
        json.WriteNumber("cases", edge.Cases);
        if (edge.LastSeen is { } seen) json.WriteString("lastSeen", seen.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        else json.WriteNull("lastSeen");
        json.WriteEndObject();
    }

    /// <summary>Rounded, because the last digits of a sum differ between machines. What is no number is null.</summary>
    private static void WriteShare(Utf8JsonWriter json, string name, double share)
    {
        if (double.IsFinite(share)) json.WriteNumber(name, Math.Round(share, 6));
        else json.WriteNull(name);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
