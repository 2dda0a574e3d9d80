using System.Text;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Sources.Csv;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Sops.Living.Pages;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>What a file turned out to be, before anything is learned from it.</summary>
internal abstract record ImportPreview
{
    private ImportPreview() { }

    /// <param name="What">"an event log": ours.</param>
    /// <param name="Columns">Which column was taken as what; empty where the format says so itself.</param>
    /// <param name="First">The words of its first messages.</param>
    /// <param name="Read">What was read and what was left out, a sentence each.</param>
    public sealed record Log(string What, IReadOnlyList<(string Role, string Header)> Columns, int Cases, IReadOnlyList<string> First, IReadOnlyList<string> Read) : ImportPreview;

    /// <summary>A CSV whose header does not say which column is what.</summary>
    public sealed record ColumnsUnknown : ImportPreview;

    public sealed record Page(WikiReading Reading) : ImportPreview;

    /// <param name="Why">One sentence; may quote the file.</param>
    public sealed record Unusable(string Why) : ImportPreview;

    /// <param name="writtenBy">Who stands by a page's steps.</param>
    public static async Task<(ImportPreview Preview, ImportPlan Plan)> OfAsync(string name, byte[] content, ImportPlan plan, string writtenBy, CancellationToken stop)
    {
        if (plan.IsPage) return (OfPage(content, writtenBy), plan);
        using var file = await TempFile.WriteAsync(name, content, stop);
        try
        {
            return await Opening.ReadAsync(file.Path, stop) switch
            {
                InputKind.Zip => (new Unusable("This is a zip. I take CSV files, Jira's JSON and Markdown pages here; a Slack export is read with “livesop mine” where I run."), plan),
                InputKind.Csv => await OfCsvAsync(file.Path, plan, stop),
                _ => (await OfLogAsync(file.Path, "Jira issues", [], plan, stop), plan),
            };
        }
        catch (BadInputException e)
        {
            return (new Unusable(file.Bare(e.Message)), plan);
        }
    }

    private static ImportPreview OfPage(byte[] content, string writtenBy)
    {
        var reading = WikiPage.Read(Encoding.UTF8.GetString(content), writtenBy);
        return reading.Procedure is null ? new Unusable(string.Join(' ', reading.Problems.Select(problem => problem.What))) : new Page(reading);
    }

    private static async Task<(ImportPreview, ImportPlan)> OfCsvAsync(string path, ImportPlan plan, CancellationToken stop)
    {
        var header = await CsvHeader.ReadAsync(path, plan.Options, stop);
        var known = plan with { Header = [.. header.Header.Take(ImportPlan.MostColumns)] };
        return header.Kind is { } kind ? (await OfLogAsync(path, Words(kind), header.Taken, known, stop), known) : (new ColumnsUnknown(), known);
    }

    private static async Task<ImportPreview> OfLogAsync(string path, string what, IReadOnlyList<(string, string)> columns, ImportPlan plan, CancellationToken stop)
    {
        var tally = new ImportTally();
        var (cases, first) = (new HashSet<string>(StringComparer.Ordinal), new List<Message>());
        await foreach (var message in History.ReadAsync(path, plan.Options, tally, stop))
        {
            if (message.Thread is { } thread) cases.Add($"{message.Place}:{thread}");
            if (first.Count < 2) first.Add(message);
        }
        return tally.Messages == 0 ? new Unusable("Nothing could be read from it: " + string.Join(' ', tally.Sentences())) : new Log(what, columns, cases.Count, [.. first.Select(message => message.Text)], tally.Sentences());
    }

    private static string Words(CsvKind kind) => kind switch
    {
        CsvKind.Jira => "Jira issues",
        CsvKind.EventLog => "an event log, a deed in each row",
        _ => "a log of messages, one in each row",
    };
}
