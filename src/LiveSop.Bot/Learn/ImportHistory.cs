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

    /// <summary>
    /// Two exports of one channel overlap: what both hold is taken from the one that reaches further, for it knows later edits. A Jira issue is
    /// taken whole from the input that tells most of it, and from none where one input says that it is secured.
    /// </summary>
    private static List<Message> Merge(List<Input> inputs, ImportTally tally)
    {
        var ordered = inputs.OrderByDescending(input => input.Last).ThenBy(input => Whole(input.Path), StringComparer.Ordinal).ToList();
        var best = ordered.SelectMany(input => input.Messages.Where(IsIssue).CountBy(Issue).Select(issue => (issue.Key, issue.Value, Input: input)))
            .GroupBy(issue => issue.Key).ToDictionary(issue => issue.Key, issue => issue.MaxBy(told => told.Value).Input);
        var seen = new HashSet<SourceRef>();
        var merged = new List<Message>();
        foreach (var input in ordered)
            foreach (var message in input.Messages)
                if (IsIssue(message) && tally.IsSecured(message.Thread!)) continue;
                else if ((!IsIssue(message) || best[Issue(message)] == input) && seen.Add(message.Source)) merged.Add(message);
                else tally.ReadAgain();
        return [.. merged
            .OrderBy(message => message.Place, StringComparer.Ordinal).ThenBy(message => message.At).ThenBy(message => message.Source, SourceRef.Order)];
    }

    private static bool IsIssue(Message message) => message is { Source: SourceRef.Jira, Thread: not null };

    private static (string Project, string Key) Issue(Message message) => (message.Place, message.Thread!);

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
}
