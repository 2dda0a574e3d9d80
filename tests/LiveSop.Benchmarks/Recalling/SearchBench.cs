using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LiveSop.Benchmarks.Load;
using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Vectors;
using LiveSop.Domain.Memory;
using Npgsql;

namespace LiveSop.Benchmarks.Recalling;

/// <summary>
/// <c>search [--incidents N] [--queries N]</c>: how long a search under row security takes, and how many of the ten nearest it finds: in one workspace that has them all, for
/// everybody and for a viewer of 5 % of the channels, and in one of 50 that share them; with the full-text operator marked leakproof and without.
/// </summary>
internal static class SearchBench
{
    private const int Channels = 200;
    private const int Workspaces = 50;

    private static readonly WorkspaceId large = new("TLARGE");
    private static readonly UserId viewer = new("UVIEWER");

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        var (incidents, queries) = (Number(args, "--incidents", 100_000), Number(args, "--queries", 300));
        await using (var memory = await BenchMemory.StartAsync())
        {
            await FillAsync(memory, large, incidents, 1, progress);
            await TellAsync(memory, new Scope.Miner(large), "one workspace, compared one by one", queries, output);
            var watch = Stopwatch.StartNew();
            await MakeVectorIndexes.MakeAsync(memory.Owner, large, Embedder.Model, CancellationToken.None);
            progress.WriteLine($"index made in {watch.Elapsed.TotalSeconds:0.0} s");
            memory.LookAgain();
            await EachAsync(memory, new Scope.Miner(large), "one workspace", queries, output);
            await EachAsync(memory, new Scope.Viewer(large, viewer), "one workspace, a viewer of 5 % of the channels", queries, output);
        }
        await using var shared = await BenchMemory.StartAsync();
        for (var i = 0; i < Workspaces; i++) await FillAsync(shared, new WorkspaceId($"T{i:00}"), incidents / Workspaces, i, TextWriter.Null);
        await EachAsync(shared, new Scope.Miner(new("T07")), $"one of {Workspaces} workspaces", queries, output);
        await EachAsync(shared, new Scope.Viewer(new("T07"), viewer), $"one of {Workspaces} workspaces, a viewer of 5 % of the channels", queries, output);
        return 0;
    }

    private static async Task FillAsync(BenchMemory memory, WorkspaceId workspace, int incidents, int seed, TextWriter progress)
    {
        var (talk, watch) = (new MadeTalk(seed), Stopwatch.StartNew());
        await memory.RememberAsync(workspace, Enumerable.Range(0, incidents).Select(number => talk.Next(number, new ChannelId($"C{number % Channels:000}"), talk.Request())));
        progress.WriteLine($"{incidents:N0} incidents remembered in {watch.Elapsed.TotalSeconds:0.0} s");
        await using var unit = await memory.Database.BeginAsync(new Scope.Miner(workspace), CancellationToken.None);
        unit.Db.Add(new PersonRow { WorkspaceId = workspace, UserId = viewer, Name = "viewer", RealName = "viewer", Standing = Standing.Guest, UpdatedAt = DateTimeOffset.UnixEpoch });
        for (var i = 0; i < Channels; i++)
        {
            var channel = new ChannelId($"C{i:000}");
            unit.Db.Add(new ChannelRow { WorkspaceId = workspace, ChannelId = channel, Name = channel.Value, Kind = ChannelKind.Private });
            if (i % 20 == 0) unit.Db.Add(new ChannelMemberRow { WorkspaceId = workspace, ChannelId = channel, UserId = viewer });
        }
        await unit.CommitAsync(CancellationToken.None);
        await RunAsync(memory, "VACUUM ANALYZE");
    }

    private static async Task EachAsync(BenchMemory memory, Scope scope, string where, int queries, TextWriter output)
    {
        await TellAsync(memory, scope, where, queries, output);
        await RunAsync(memory, "ALTER FUNCTION ts_match_vq(tsvector, tsquery) NOT LEAKPROOF");
        await TellAsync(memory, scope, $"{where}, operator not leakproof", queries, output);
        await RunAsync(memory, "ALTER FUNCTION ts_match_vq(tsvector, tsquery) LEAKPROOF");
    }

    private static async Task TellAsync(BenchMemory memory, Scope scope, string where, int queries, TextWriter output)
    {
        var asked = new MadeTalk(4711);
        var (vector, hybrid, hits, all) = (new List<double>(), new List<double>(), 0, 0);
        for (var i = -20; i < queries; i++)
        {
            var text = asked.Request();
            await using var unit = await memory.Database.BeginAsync(scope, CancellationToken.None);
            var watch = Stopwatch.StartNew();
            var near = await NearestAsync(memory, unit, text, exact: false);
            var byVector = watch.Elapsed.TotalMilliseconds;
            watch.Restart();
            await memory.Similar.FindAsync(unit, text, null, 10, CancellationToken.None);
            var byBoth = watch.Elapsed.TotalMilliseconds;
            // The first ones warm up.
            if (i < 0) continue;
            vector.Add(byVector);
            hybrid.Add(byBoth);
            var truly = await NearestAsync(memory, unit, text, exact: true);
            hits += truly.Intersect(near).Count();
            all += truly.Count;
        }
        output.WriteLine(JsonSerializer.Serialize(new { where, vector_p50 = At(vector, 0.5), vector_p99 = At(vector, 0.99), hybrid_p50 = At(hybrid, 0.5), hybrid_p99 = At(hybrid, 0.99), recall_at_10 = Math.Round((double)hits / all, 4) }));
    }

    private static async Task<List<string>> NearestAsync(BenchMemory memory, UnitOfWork unit, string text, bool exact)
    {
        var workspace = IncidentSearch.WorkspaceOf(unit.Scope);
        var sought = new SoughtIncidents(workspace, new([], []), Embedder.Model)
        {
            Meaning = HalfVector.From(Embedder.Shipped.Embed(RememberedText.Of(text))),
        };
        if (!exact) sought = await memory.Indexes.RouteAsync(unit, sought, CancellationToken.None);
        return [.. (await IncidentSearch.FindAsync(unit, sought, CancellationToken.None)).OrderBy(one => one.Distance).ThenBy(one => one.Id, StringComparer.Ordinal).Take(10).Select(one => one.Id)];
    }

    private static async Task RunAsync(BenchMemory memory, string sql)
    {
        await using var connection = new NpgsqlConnection(memory.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    private static double At(List<double> times, double share) => Math.Round(times.Order().ElementAt((int)Math.Min(times.Count - 1, share * times.Count)), 1);

    private static int Number(string[] args, string name, int usual) => Array.IndexOf(args, name) switch
    {
        < 0 => usual,
        var at when at + 1 < args.Length && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        _ => throw new LoadException($"{name} needs a number."),
    };
}
