using LiveSop.Domain.Memory;
using Microsoft.Extensions.AI;

namespace LiveSop.Bot.Memory;

/// <summary>The embedder that comes with the program: no download, no network.</summary>
internal sealed class BuiltInGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(Embedder.Shipped.Embed(text)) { ModelId = Embedder.Model })));

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
