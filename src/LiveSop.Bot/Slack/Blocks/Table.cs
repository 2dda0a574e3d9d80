using System.Text.Json.Serialization;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// Rows of cells, the first as the heading; at most 100 rows of 20 cells, the texts within 3,500 characters together, since a message holds no more. Only
/// messages have tables, and only one.
/// </summary>
internal sealed record Table : Block
{
    private const int MostRows = 100;
    private const int MostCells = 20;
    private const int TextTogether = 3_500;
    private const int LongestCell = 200;
    private const int ShortestCell = 8;

    /// <summary>For rows whose number our code decides; others' text in them is shortened.</summary>
    /// <exception cref="BlockKitException">More rows, cells or text than a table has; see <see cref="Fit"/> for rows that were found.</exception>
    public Table(IReadOnlyList<IReadOnlyList<TableCell>> rows)
    {
        Limit.Count(rows, 1, MostRows, "table.rows");
        foreach (var row in rows) Limit.Count(row, 1, MostCells, "table.rows");
        var cells = rows.SelectMany(row => row).ToLookup(cell => cell.IsOurs, cell => cell.TextLength);
        var most = Math.Clamp(Share.Each(cells[false], TextTogether - cells[true].Sum()), ShortestCell, LongestCell);
        Rows = [.. rows.Select(row => row.Select(cell => cell.Within(cell.IsOurs ? LongestCell : most)).ToList())];
        Limit.Range(Rows.Sum(Length), 1, TextTogether, "table.text");
    }

    public IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; }

    /// <summary>From the left; columns beyond are left-aligned and not wrapped.</summary>
    public IReadOnlyList<TableColumn>? ColumnSettings { get; init => field = value is null ? null : Limit.Count(value, 1, MostCells, "table.column_settings"); }

    /// <summary>As many of the rows as one table and one message hold, from the top.</summary>
    /// <param name="leftOut">How many rows are not in it, for the caller to say so.</param>
    public static Table Fit(IReadOnlyList<TableCell> heading, IReadOnlyList<IReadOnlyList<TableCell>> rows, out int leftOut)
    {
        var kept = new List<IReadOnlyList<TableCell>> { Cut(heading) };
        var room = TextTogether - Length(kept[0]);
        foreach (var row in rows.Take(MostRows - 1).Select(Cut))
        {
            if ((room -= Length(row)) < 0) break;
            kept.Add(row);
        }
        leftOut = rows.Count - (kept.Count - 1);
        return new Table(kept);
    }

    private static List<TableCell> Cut(IReadOnlyList<TableCell> row) => [.. row.Take(MostCells).Select(cell => cell.Within(LongestCell))];

    private static int Length(IReadOnlyList<TableCell> row) => row.Sum(cell => cell.TextLength);
}

internal sealed record TableColumn([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ColumnAlign Align = ColumnAlign.Left, bool IsWrapped = false);

internal enum ColumnAlign
{
    Left,
    Center,
    Right,
}
