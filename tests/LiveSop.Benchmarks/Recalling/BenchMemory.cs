using LiveSop.Bot.Memory;
using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Benchmarks.Recalling;

/// <summary>The product's memory on an embedded server of its own, which disposing removes.</summary>
internal sealed class BenchMemory : IAsyncDisposable
{
    private const int MostAtOnce = 1_000;

    private readonly string folder;
    private readonly DatabaseSource source;
    private readonly Embeddings embeddings;

    private BenchMemory(string folder, DatabaseSource source)
    {
        (this.folder, this.source) = (folder, source);
        embeddings = BuiltIn();
        (Indexes, Similar) = (null!, null!);
        LookAgain();
    }

    public SimilarIncidents Similar { get; private set; }

    public VectorIndexes Indexes { get; private set; }

    public Database Database => source.Database;

    public string Owner => source.Owner;

    public static async Task<BenchMemory> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"livesop-recall-{Environment.ProcessId}");
        return new(folder, await DatabaseSource.OpenAsync(new DatabaseOptions { Folder = folder }, NullLoggerFactory.Instance, CancellationToken.None));
    }

    /// <summary>Forgets what it knows of words and indexes, which the bot looks at now and then.</summary>
    public void LookAgain()
    {
        Indexes = new(TimeProvider.System);
        Similar = new SimilarIncidents(embeddings, new WordBook(Database, TimeProvider.System), Indexes);
    }

    public Task RememberAsync(WorkspaceId workspace, IEnumerable<ShelvedIncident> incidents) => RememberAsync(Database, workspace, incidents);

    /// <summary>As the bot does when it has heard them, words and vectors.</summary>
    public static async Task RememberAsync(Database database, WorkspaceId workspace, IEnumerable<ShelvedIncident> incidents)
    {
        foreach (var some in incidents.Chunk(MostAtOnce))
        {
            await using var unit = await database.BeginAsync(new Scope.Miner(workspace), CancellationToken.None);
            await new IncidentShelf(unit, workspace, DateTimeOffset.UnixEpoch).PutAsync(some, CancellationToken.None);
            await unit.CommitAsync(CancellationToken.None);
        }
        await new IncidentVectors(database, BuiltIn()).MakeAsync(workspace, null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Embeddings BuiltIn() => Embeddings.Of(new EmbeddingSettings(), TimeProvider.System, NullLogger<Embeddings>.Instance);
}
