using System.Runtime.CompilerServices;
using LiveSop.Bot.Sources.Times;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Csv;

/// <summary>Reads an event log, a message log or Jira's CSV export, whichever the header tells.</summary>
internal static class CsvFile
{
    public static async IAsyncEnumerable<Message> ReadAsync(
        string path, SourceOptions options, ImportTally tally, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var times = new TimeReader(path, options, tally);
        var shape = await SurveyAsync(path, options, times, tally, cancellation);
        using var rows = await CsvTable.OpenAsync(path, options, cancellation);
        while (await rows.ReadAsync(cancellation))
            foreach (var message in shape.Read(rows)) yield return message;
    }

    private static async Task<CsvShape> SurveyAsync(
        string path, SourceOptions options, TimeReader times, ImportTally tally, CancellationToken cancellation)
    {
        using var rows = await CsvTable.OpenAsync(path, options, cancellation);
        var shape = CsvShapes.Recognise(rows, options, times, tally);
        while (await rows.ReadAsync(cancellation)) shape.Survey(rows);
        times.Settle();
        return shape;
    }
}
