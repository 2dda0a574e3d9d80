using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using LiveSop.Domain.Memory;
using Microsoft.Extensions.AI;

namespace LiveSop.Bot.Memory;

/// <summary>Any service that speaks OpenAI's <c>POST embeddings</c>: OpenAI, Azure, Ollama, vLLM. Neither the texts nor the key are ever logged.</summary>
/// <param name="http">Its address is the endpoint; the caller closes it.</param>
internal sealed class EndpointGenerator(HttpClient http, EmbeddingSettings settings) : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <exception cref="EmbeddingException">It refused, or gave something else than vectors of 256 numbers.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        using var request = new HttpRequestMessage(HttpMethod.Post, "embeddings") { Content = JsonContent.Create(new { model = settings.Model, input = texts, dimensions = Embedder.Dimensions }) };
        if (settings.Key.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode) throw new EmbeddingException(Refusal(response.StatusCode));
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken);
        var vectors = answer?.Data.OrderBy(one => one.Index).Select(one => one.Embedding).ToList();
        if (vectors?.Count != texts.Length) throw new EmbeddingException($"The embedding service gave {vectors?.Count ?? 0} vectors for {texts.Length} texts.");
        if (vectors.Find(one => one.Length != Embedder.Dimensions) is { } other)
            throw new EmbeddingException($"The model {settings.Model} gives {other.Length} numbers where {Embedder.Dimensions} were asked for; set Embedding:Model to one that can give {Embedder.Dimensions}, as text-embedding-3-small.");
        return new(vectors.Select(one => new Embedding<float>(one) { ModelId = settings.Model }));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static string Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "The embedding service refuses the key; set Embedding__Key in the environment.",
        HttpStatusCode.NotFound => "The embedding service knows no such address or model; look at Embedding:Endpoint, which ends with a slash, and Embedding:Model.",
        _ => $"The embedding service answered {(int)status}.",
    };

    private sealed record Answer([property: JsonPropertyName("data")] IReadOnlyList<One> Data);

    private sealed record One([property: JsonPropertyName("index")] int Index, [property: JsonPropertyName("embedding")] float[] Embedding);
}

/// <summary>The message is one sentence that says what to do, and holds no text that was sent.</summary>
internal sealed class EmbeddingException(string sentence) : Exception(sentence);
