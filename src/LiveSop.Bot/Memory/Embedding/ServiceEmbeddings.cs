using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LiveSop.Bot.Storage;
using Microsoft.Extensions.AI;

namespace LiveSop.Bot.Memory.Embedding;

/// <summary>Vectors of a service that speaks OpenAI's way: <c>POST embeddings</c>. Busy services are asked again, as they say when.</summary>
internal sealed class ServiceEmbeddings(EmbeddingSettings settings, HttpClient http, TimeProvider time) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int MostTries = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly EmbeddingGeneratorMetadata metadata = new("openai-compatible", new Uri(settings.Endpoint), settings.Model, IncidentVectorRow.Dimensions);

    /// <exception cref="EmbeddingException">There is none to be had.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var made = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(settings.Batch))
            made.AddRange((await AskAsync(batch, cancellationToken)).Select(vector => new Embedding<float>(vector)));
        return made;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata : null;

    public void Dispose() => http.Dispose();

    private async Task<IEnumerable<float[]>> AskAsync(string[] texts, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            using var answer = await SendAsync(texts, stop);
            if (answer.IsSuccessStatusCode) return EmbeddingAnswer.Read(await DocumentAsync(answer, stop), texts.Length, settings);
            var isBusy = answer.StatusCode == HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500;
            if (!isBusy || tries == MostTries) throw Refused(answer.StatusCode, isBusy);
            await Task.Delay(Wait(answer, tries), time, stop);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string[] texts, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri(settings.Endpoint), "embeddings"));
        if (settings.Key is { Length: > 0 } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var body = new Dictionary<string, object> { ["model"] = settings.Model, ["input"] = texts, ["encoding_format"] = "float" };
        if (settings.AskDimensions) body["dimensions"] = IncidentVectorRow.Dimensions;
        request.Content = JsonContent.Create(body);
        try
        {
            return await http.SendAsync(request, stop);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new EmbeddingException($"The embedding service does not answer ({e.GetType().Name}); see Embedding:Endpoint.", isOutage: true, e);
        }
    }

    private static async Task<JsonDocument> DocumentAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        try
        {
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(stop), cancellationToken: stop);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException)
        {
            throw new EmbeddingException("The embedding service answered with something that is no JSON; see Embedding:Endpoint.", isOutage: true, e);
        }
    }

    private TimeSpan Wait(HttpResponseMessage answer, int tries)
    {
        var said = answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => TimeSpan.FromMilliseconds(250 << tries),
        };
        return said < TimeSpan.Zero ? TimeSpan.Zero : said > LongestWait ? LongestWait : said;
    }

    private static EmbeddingException Refused(HttpStatusCode status, bool isBusy) => new(status switch
    {
        _ when isBusy => $"The embedding service is busy or broken (HTTP {(int)status}).",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"The embedding service refuses the key (HTTP {(int)status}); set Embedding__Key in the environment.",
        HttpStatusCode.NotFound => "The embedding service does not know the address or the model; correct Embedding:Endpoint or Embedding:Model.",
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => $"The embedding service refuses the question (HTTP {(int)status}); if its model cannot shorten its vectors, set Embedding:AskDimensions to false.",
        _ => $"The embedding service refuses the question (HTTP {(int)status}); check Embedding:Endpoint, Embedding:Model and Embedding__Key.",
    }, isBusy);
}
