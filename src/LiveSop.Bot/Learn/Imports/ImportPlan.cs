using System.Text.Json;
using LiveSop.Bot.Sources;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>How a file is to be read. A stored format: add, never rename.</summary>
/// <param name="IsPage">A page of a wiki; otherwise a log or issues.</param>
/// <param name="Header">Of a CSV, as far as a menu can show it; empty otherwise.</param>
/// <param name="Columns">Named by hand.</param>
internal sealed record ImportPlan(bool IsPage, IReadOnlyList<string> Header, ColumnNames Columns)
{
    /// <summary>What one looks for in the header.</summary>
    public const int MostColumns = 100;

    private static readonly JsonSerializerOptions shapes = new(JsonSerializerDefaults.Web);

    public SourceOptions Options => new() { Columns = Columns };

    public string Write() => JsonSerializer.Serialize(this, shapes);

    public static ImportPlan Read(string json) => JsonSerializer.Deserialize<ImportPlan>(json, shapes)!;
}
