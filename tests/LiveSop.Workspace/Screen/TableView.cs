using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiveSop.Workspace.Screen;

/// <summary>A <c>table</c> block: its first row as the heading.</summary>
internal sealed class TableView(Reader reader)
{
    private readonly RichTextView rich = new(reader);

    public IRenderable Show(JsonElement block)
    {
        var rows = block.Items("rows").Where(row => row.ValueKind == JsonValueKind.Array && row.GetArrayLength() > 0).Select(row => row.EnumerateArray().ToList()).ToList();
        if (rows.Count == 0) return new Text("");
        var settings = block.Items("column_settings").ToList();
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = Ink.Dim };
        for (var i = 0; i < rows.Max(row => row.Count); i++)
            table.AddColumn(new TableColumn(i < rows[0].Count ? Cell(rows[0][i], Ink.Bold) : new Text("")) { Alignment = Side(settings.ElementAtOrDefault(i)) });
        foreach (var row in rows.Skip(1)) table.AddRow(row.Select(cell => Cell(cell, Style.Plain)));
        return table;
    }

    private IRenderable Cell(JsonElement cell, Style style) => cell.Text("type") == "rich_text" ? rich.Show(cell) : new Words().Add(cell.Text("text") ?? "", style).Paragraph();

    private static Justify Side(JsonElement column) => column.Text("align") switch
    {
        "right" => Justify.Right,
        "center" => Justify.Center,
        _ => Justify.Left,
    };
}
