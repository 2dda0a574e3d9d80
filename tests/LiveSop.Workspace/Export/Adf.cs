using System.Text.Json;

namespace LiveSop.Workspace.Export;

/// <summary>Atlassian Document Format, as Jira Cloud's version 3 writes descriptions and comments.</summary>
internal static class Adf
{
    public static void Write(Utf8JsonWriter json, string name, string wire)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "doc");
        json.WriteNumber("version", 1);
        json.WriteStartArray("content");
        foreach (var paragraph in wire.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Paragraph(json, paragraph);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Paragraph(Utf8JsonWriter json, string wire)
    {
        json.WriteStartObject();
        json.WriteString("type", "paragraph");
        json.WriteStartArray("content");
        foreach (var piece in WireText.Pieces(wire)) Node(json, piece);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Node(Utf8JsonWriter json, WirePiece piece)
    {
        json.WriteStartObject();
        json.WriteString("type", piece.Person is null ? "text" : "mention");
        if (piece.Person is { } person)
        {
            json.WriteStartObject("attrs");
            json.WriteString("id", JiraJsonWriter.AccountId(person));
            json.WriteString("text", "@" + person.Name);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("text", piece.Text);
            if (piece.Link is not null) Link(json, piece.Link);
        }
        json.WriteEndObject();
    }

    private static void Link(Utf8JsonWriter json, string address)
    {
        json.WriteStartArray("marks");
        json.WriteStartObject();
        json.WriteString("type", "link");
        json.WriteStartObject("attrs");
        json.WriteString("href", address);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
