using System.Globalization;
using LiveSop.Bot.Sources;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Learn;

/// <summary>What all inputs hold together.</summary>
/// <param name="Messages">By place, then time; no <see cref="SourceRef"/> twice.</param>
internal sealed record Imported(IReadOnlyList<Message> Messages, ImportTally Tally);

/// <summary>Reads every input into one history that does not depend on their order.</summary>
internal static class ImportHistory
{
    private const int BetweenNews = 20_000;

    /// <exception cref="BadInputException">An input cannot be read, or two cannot be told apart.</exception>
    public static async Task<Imported> RunAsync(
        IReadOnlyList<string> inputs, SourceOptions options, Action<string> progress, CancellationToken cancellation)
    {
        var tally = new ImportTally();
        var read = new List<Input>();
        foreach (var path in inputs.DistinctBy(Whole, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            read.Add(await ReadAsync(path, options, tally, progress, cancellation));
        RefuseNamesakes(read);
        return new Imported(Merge(read, tally), tally);
    }

    private static async Task<Input> ReadAsync(
        string path, SourceOptions options, ImportTally tally, Action<string> progress, CancellationToken cancellation)
    {
        var messages = new List<Message>();
        progress($"Reading {Path.GetFileName(Whole(path))}");
        await foreach (var message in History.ReadAsync(path, options, tally, cancellation))
        {
            messages.Add(message);
            if (messages.Count % BetweenNews == 0)
                progress(string.Create(CultureInfo.InvariantCulture, $"Reading {Path.GetFileName(Whole(path))}: {messages.Count:N0} messages"));
        }
        return new Input(path, messages, messages.Count == 0 ? DateTimeOffset.MinValue : messages.Max(message => message.At));
    }

    /// <summary>Two exports of one channel overlap: what both hold is taken from the one that reaches further, for it knows later edits.</summary>
    private static List<Message> Merge(List<Input> inputs, ImportTally tally)
    {
        var seen = new HashSet<SourceRef>();
        var merged = new List<Message>();
        foreach (var message in inputs.OrderByDescending(input => input.Last).ThenBy(input => Whole(input.Path), StringComparer.Ordinal).SelectMany(input => input.Messages))
            if (seen.Add(message.Source)) merged.Add(message);
            else tally.ReadAgain();
        return [.. merged
            .OrderBy(message => message.Place, StringComparer.Ordinal).ThenBy(message => message.At).ThenBy(message => message.Source, BySource.Order)];
    }

    // A row is known by its file's name, in the results too.
    private static void RefuseNamesakes(List<Input> inputs)
    {
        var logs = inputs.Where(input => input.Messages is [{ Source: SourceRef.CsvRow }, ..]);
        if (logs.GroupBy(log => Path.GetFileName(log.Path), StringComparer.Ordinal).FirstOrDefault(namesakes => namesakes.Count() > 1) is not { } namesakes) return;
        throw new BadInputException(namesakes.Last().Path,
            $"has the same name as {namesakes.First().Path}, so its rows could not be told from the other's; give one of them another name.");
    }

    private static string Whole(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private sealed record Input(string Path, List<Message> Messages, DateTimeOffset Last);

    /// <summary>Rows as numbers, all else by its text.</summary>
    private sealed class BySource : IComparer<SourceRef>
    {
        public static readonly BySource Order = new();

        public int Compare(SourceRef? x, SourceRef? y) => (x, y) is (SourceRef.CsvRow left, SourceRef.CsvRow right) && left.File == right.File
            ? left.Row.CompareTo(right.Row)
            : string.CompareOrdinal(x?.ToString(), y?.ToString());
    }
}
