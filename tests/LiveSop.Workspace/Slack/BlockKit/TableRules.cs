using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>Tables, which messages alone may have.</summary>
internal static class TableRules
{
    private static readonly Rule Cell = Shape.ByType(new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["raw_text"] = new Shape().Must("type", Rules.Anything).Must("text", Rules.Text(3000)),
        ["raw_number"] = new Shape().Must("type", Rules.Anything).Must("value", Number).May("text", Rules.Text(3000)),
        ["rich_text"] = RichTextRules.Block,
    });

    public static Shape Table { get; } = new Shape()
        .Must("type", Rules.Anything).May("block_id", Rules.Id).Must("rows", Rules.List(Rules.List(Cell, 20), 100)).May("column_settings", Rules.List(Column, 20));

    public static Shape DataTable { get; } = new Shape()
        .Must("type", Rules.Anything).May("block_id", Rules.Id).Must("rows", Rules.List(Rules.List(Cell, 20), 101, least: 2)).Must("caption", Rules.Anything)
        .May("page_size", Rules.Whole(1, 100)).May("column_settings", Rules.List(Column, 20)).May("row_header_column_index", Rules.Whole(0, 19));

    private static void Number(JsonElement value, string at, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Number) problems.Add("must be a number", at);
    }

    /// <summary>A column may be left as it is by a null.</summary>
    private static void Column(JsonElement column, string at, Problems problems)
    {
        if (column.ValueKind != JsonValueKind.Null) Settings.Check(column, at, problems);
    }

    private static Shape Settings { get; } = new Shape().May("align", Rules.OneOf("left", "center", "right")).May("is_wrapped", Rules.Flag);

    public static bool IsTable(JsonElement block) => block.Text("type") is "table" or "data_table";
}
