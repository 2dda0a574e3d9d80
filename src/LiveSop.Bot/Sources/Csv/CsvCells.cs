using LiveSop.Bot.Sources.Times;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Csv;

/// <summary>What the cells of every kind of CSV have in common.</summary>
internal sealed class CsvCells(string path, TimeReader times, ImportTally tally)
{
    /// <summary>The file's name without its folders, which are nobody's business later.</summary>
    public string File { get; } = Path.GetFileName(path);

    public ImportTally Tally { get; } = tally;

    public void Survey(CsvTable row, int? time) => times.Survey(row[time], row.Line);

    /// <summary>For a time inside a cell, which may well be none.</summary>
    public void SurveyPart(string text, long line) => times.Survey(text, line);

    /// <summary>False, and counted, where the cell is blank.</summary>
    /// <exception cref="BadInputException">The cell holds something that is no time.</exception>
    public bool TryTime(CsvTable row, int? time, out DateTimeOffset at)
    {
        at = default;
        var text = row[time];
        if (TimeReader.IsBlank(text))
        {
            Tally.Omit(Omission.WithoutTime);
            return false;
        }
        if (times.TryRead(text, out at)) return true;
        throw new BadInputException(path, $"\"{Short(text)}\" is not a time in a known format; "
            + $"name the format, as in {SourceFlags.DateFormat} "
            + "\"dd/MM/yyyy HH:mm\", or write times as 2025-07-14T15:42:00Z.", row.Line);
    }

    public bool TryPart(string text, out DateTimeOffset at) => times.TryRead(text, out at);

    public static Person Somebody(string name) => Plain.Name(name) is { } known ? new Person(known, known) : Unknown.Person;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
