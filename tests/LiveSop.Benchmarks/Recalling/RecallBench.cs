using System.Diagnostics;
using System.Globalization;
using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Sources.Csv;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Memory;

namespace LiveSop.Benchmarks.Recalling;

/// <summary><c>recall --issues I.csv --queries D.csv --out PRED.csv</c>: for each id of the queries its 20 nearest among the issues, by the product's own search on its own server.</summary>
internal static class RecallBench
{
    private const int Nearest = 20;

    private static readonly WorkspaceId workspace = new("TRECALL");
    private static readonly ChannelId channel = new("CRECALL");

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        var issues = await ReadAsync(Option(args, "--issues"), "id", "summary", "description");
        var queries = (await ReadAsync(Option(args, "--queries"), "id")).Select(row => row[0]).Distinct(StringComparer.Ordinal).ToList();
        var numbers = issues.Index().DistinctBy(issue => issue.Item[0], StringComparer.Ordinal).ToDictionary(issue => issue.Item[0], issue => issue.Index, StringComparer.Ordinal);
        if (queries.Find(id => !numbers.ContainsKey(id)) is { } unknown) throw new BadInputException(Option(args, "--queries"), $"names {unknown}, which is not among the issues.");

        await using var memory = await BenchMemory.StartAsync();
        var watch = Stopwatch.StartNew();
        await memory.RememberAsync(workspace, numbers.Values.Select(number => new ShelvedIncident(Id(number).ToString(), channel, Id(number).Ts, DateTimeOffset.UnixEpoch, RememberedText.Of(Text(issues[number])))));
        progress.WriteLine($"{numbers.Count} issues remembered in {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
        var target = Path.GetFullPath(Option(args, "--out"));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var file = new StreamWriter(target);
        await file.WriteLineAsync("id,rank,neighbour");
        foreach (var id in queries)
            foreach (var (rank, found) in (await FindAsync(memory, numbers[id], Text(issues[numbers[id]]))).Index())
                await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{id},{rank + 1},{issues[Number(found)][0]}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{numbers.Count} issues, {queries.Count} looked for, {watch.Elapsed.TotalMilliseconds / Math.Max(1, queries.Count):0.0} ms each"));
        return 0;
    }

    private static async Task<IReadOnlyList<PastIncident>> FindAsync(BenchMemory memory, int number, string text)
    {
        await using var unit = await memory.Database.BeginAsync(new Scope.Miner(workspace), CancellationToken.None);
        return await memory.Similar.FindAsync(unit, text, Id(number), Nearest, CancellationToken.None);
    }

    private static string Text(string[] issue) => $"{issue[1].ReplaceLineEndings(" ")}\n{issue[2]}";

    private static ThreadId Id(int number) => new(channel, new MessageTs(string.Create(CultureInfo.InvariantCulture, $"{1_600_000_000 + number}.000100")));

    private static int Number(PastIncident found) => int.Parse(found.Id.Ts.Value[..10], CultureInfo.InvariantCulture) - 1_600_000_000;

    private static async Task<List<string[]>> ReadAsync(string path, params string[] columns)
    {
        using var rows = await CsvTable.OpenAsync(path, new SourceOptions(), CancellationToken.None);
        var places = columns.Select(name => rows.Header.ToList().IndexOf(name) is >= 0 and var at ? at : throw new BadInputException(path, $"has no column {name}; the first line names the columns.")).ToArray();
        var read = new List<string[]>();
        while (await rows.ReadAsync(CancellationToken.None)) read.Add([.. places.Select(place => rows[place])]);
        return read;
    }

    private static string Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : throw new BadInputException(name, "is missing; it names a file.");
}
