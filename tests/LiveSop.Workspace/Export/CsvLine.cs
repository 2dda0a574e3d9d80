namespace LiveSop.Workspace.Export;

/// <summary>One record of a CSV file (RFC 4180), line feed at its end.</summary>
internal static class CsvLine
{
    public static void Write(TextWriter writer, IEnumerable<string> cells) => writer.Write(string.Join(',', cells.Select(Cell)) + "\n");

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
