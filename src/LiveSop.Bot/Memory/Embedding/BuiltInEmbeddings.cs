using LiveSop.Domain.Memory;
using Microsoft.Extensions.AI;

namespace LiveSop.Bot.Memory.Embedding;

/// <summary>The embedder that comes with the program.</summary>
internal sealed class BuiltInEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly EmbeddingGeneratorMetadata metadata = new("livesop", defaultModelId: Embedder.Model, defaultModelDimensions: Embedder.Dimensions);

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Embedder.Shipped.Embed(text)))));

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata : null;

    public void Dispose()
    {
    }
}
