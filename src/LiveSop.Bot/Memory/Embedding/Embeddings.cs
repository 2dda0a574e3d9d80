using LiveSop.Bot.Storage.Vectors;
using LiveSop.Domain.Memory;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Memory.Embedding;

/// <summary>Vectors of what is remembered and of what is looked for, by whichever embedder is set.</summary>
internal sealed partial class Embeddings(IEmbeddingGenerator<string, Embedding<float>> generator, TimeProvider time, ILogger<Embeddings> log)
{
    /// <summary>What services take, whatever language it is in.</summary>
    private const int LongestText = 4_000;

    /// <summary>Whoever searches waits no longer for it: words find without it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>So long a service that failed is not asked while somebody waits.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private long failedAt = long.MinValue;

    /// <summary>Vectors of another cannot be compared with its own.</summary>
    public string Model { get; } = generator.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? throw new InvalidOperationException("An embedder says which model it uses.");

    public static Embeddings Of(EmbeddingSettings settings, TimeProvider time, ILogger<Embeddings> log) => new(
        settings.IsBuiltIn ? new BuiltInEmbeddings() : new ServiceEmbeddings(settings, EmbeddingHttp.Create(), time), time, log);

    /// <exception cref="EmbeddingException">There is none to be had now.</exception>
    public async Task<IReadOnlyList<HalfVector>> OfAsync(IReadOnlyList<string> texts, CancellationToken stop)
    {
        var made = await generator.GenerateAsync(texts.Select(Cut), cancellationToken: stop);
        return [.. made.Select(one => HalfVector.From(one.Vector.Span))];
    }

    /// <returns>Null where none can be had now.</returns>
    public async Task<HalfVector?> OfSoughtAsync(RememberedText sought, CancellationToken stop)
    {
        if (failedAt != long.MinValue && time.GetElapsedTime(failedAt) < Rest) return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return (await OfAsync([sought.Text], patience.Token))[0];
        }
        catch (Exception e) when (e is EmbeddingException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            failedAt = time.GetTimestamp();
            ByWordsAlone(log, e is EmbeddingException told ? told.Message : "The embedding service takes too long.");
            return null;
        }
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    [LoggerMessage(Level = LogLevel.Warning, Message = "Incidents are looked for by words alone. {Reason}")]
    private static partial void ByWordsAlone(ILogger log, string reason);
}
