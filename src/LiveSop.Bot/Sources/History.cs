using System.Runtime.CompilerServices;
using LiveSop.Bot.Sources.Csv;
using LiveSop.Bot.Sources.Jira;
using LiveSop.Bot.Sources.Slack;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources;

/// <summary>Past talk from a file: a Slack export (zip or unpacked folder), Jira's JSON, or a CSV.</summary>
internal static class History
{
    /// <summary>
    /// The messages of one place come consecutively, in no promised order within it; no <see cref="SourceRef"/> comes twice.
    /// The same input gives the same messages in the same order.
    /// </summary>
    /// <exception cref="BadInputException">While enumerating: the input, or an option about it, cannot be used.</exception>
    public static async IAsyncEnumerable<Message> ReadAsync(
        string path, SourceOptions options, ImportTally tally, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var message in (await OpenAsync(path, options, tally, cancellation)).WithCancellation(cancellation))
        {
            tally.Read(message);
            yield return message;
        }
    }

    private static async Task<IAsyncEnumerable<Message>> OpenAsync(
        string path, SourceOptions options, ImportTally tally, CancellationToken cancellation)
    {
        if (Directory.Exists(path)) return SlackExport.ReadAsync(() => new FolderFiles(path, options.Limits), options, tally, cancellation);
        var kind = await Opening.ReadAsync(path, cancellation);
        return kind switch
        {
            InputKind.Zip => SlackExport.ReadAsync(() => new ZipFiles(path, options.Limits), options, tally, cancellation),
            InputKind.JsonList or InputKind.JsonObjects =>
                ByPlace.ConsecutiveAsync(JiraJson.ReadAsync(path, kind == InputKind.JsonObjects, options, tally, cancellation), cancellation),
            _ => ByPlace.ConsecutiveAsync(CsvFile.ReadAsync(path, options, tally, cancellation), cancellation),
        };
    }
}
