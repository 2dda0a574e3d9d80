using LiveSop.Bot.Sources;
using LiveSop.Bot.Sources.Csv;

namespace LiveSop.Benchmarks.Matching;

/// <summary>A message and its class, as a CSV with the columns <c>text</c> and <c>label</c> has them.</summary>
/// <param name="Label">Empty where it is not told.</param>
internal sealed record Labelled(string Text, string Label)
{
    /// <summary>Of no class: unrelated traffic.</summary>
    private const string Outside = "oos";

    public bool IsOutside => Label == Outside;

    /// <exception cref="BadInputException">There is no such column, or the file cannot be read.</exception>
    public static async Task<List<Labelled>> ReadAsync(string file)
    {
        using var rows = await CsvTable.OpenAsync(file, new SourceOptions(), CancellationToken.None);
        var (text, label) = (Column("text"), Column("label"));
        var read = new List<Labelled>();
        while (await rows.ReadAsync(CancellationToken.None)) read.Add(new(rows[text], rows[label]));
        return read;

        int Column(string name) => rows.Header.ToList().IndexOf(name) is >= 0 and var at ? at : throw new BadInputException(file, $"has no column {name}; the first line names the columns.");
    }
}
