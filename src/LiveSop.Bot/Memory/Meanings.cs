using LiveSop.Bot.Storage.Vectors;
using LiveSop.Domain.Memory;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveSop.Bot.Memory;

/// <summary>Vectors of texts, by whichever embedder is configured. Where it cannot be asked, search goes by words alone, and what is to be remembered waits.</summary>
/// <param name="model">Which one it is: vectors of two are never compared.</param>
internal sealed partial class Meanings(IEmbeddingGenerator<string, Embedding<float>> generator, string model, ILogger<Meanings> log)
{
    /// <summary>How long a service may take; who waits for a search waits no longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Meanings BuiltIn => new(new BuiltInGenerator(), Embedder.Model, NullLogger<Meanings>.Instance);

    /// <summary>Of two services that name a model alike, each has vectors of its own.</summary>
    public static Meanings Of(EmbeddingSettings settings, ILogger<Meanings> log) => settings.Endpoint.Length == 0
        ? new(new BuiltInGenerator(), Embedder.Model, log)
        : new(new EndpointGenerator(EmbeddingHttp.Client(new Uri(settings.Endpoint), Patience), settings), $"{settings.Model}@{new Uri(settings.Endpoint).Host}", log);

    public string Model => model;

    /// <exception cref="EmbeddingException">It refused.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async Task<IReadOnlyList<HalfVector>> OfAsync(IReadOnlyList<string> texts, CancellationToken stop)
    {
        var made = await generator.GenerateAsync(texts, cancellationToken: stop);
        return [.. made.Select(one => HalfVector.From(one.Vector.Span))];
    }

    /// <returns>Null where it cannot be asked now.</returns>
    public async Task<HalfVector?> TryAsync(string text, CancellationToken stop)
    {
        try
        {
            return (await OfAsync([text], stop))[0];
        }
        catch (Exception e) when (e is EmbeddingException or HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            CannotEmbed(log, e is EmbeddingException ? e.Message : e.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A search goes by words alone: {Reason}")]
    private static partial void CannotEmbed(ILogger log, string reason);
}
