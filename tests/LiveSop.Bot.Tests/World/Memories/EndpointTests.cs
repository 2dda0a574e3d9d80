using System.Net;
using System.Text;
using System.Text.Json;
using LiveSop.Bot.Memory;
using LiveSop.Domain.Memory;

namespace LiveSop.Bot.Tests.World.Memories;

/// <summary>A service that speaks OpenAI's embeddings.</summary>
public sealed class EndpointTests
{
    private static readonly EmbeddingSettings settings = new() { Endpoint = "http://127.0.0.1:1/v1/", Model = "small", Key = "sk-secret" };

    [Fact]
    public async Task asks_as_openai_wants_it_and_puts_vectors_in_the_order_of_the_texts()
    {
        HttpRequestMessage? asked = null;
        using var http = Client(request =>
        {
            asked = request;
            return Answer(new { data = new[] { new { index = 1, embedding = Vector(2) }, new { index = 0, embedding = Vector(1) } } });
        });

        var made = await new EndpointGenerator(http, settings).GenerateAsync(["one", "two"]);

        made.Select(one => one.Vector.Span[0]).Should().Equal(1, 2);
        (asked!.RequestUri!.AbsolutePath, asked.Headers.Authorization!.ToString()).Should().Be(("/v1/embeddings", "Bearer sk-secret"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "set Embedding__Key")]
    [InlineData(HttpStatusCode.NotFound, "Embedding:Endpoint")]
    [InlineData(HttpStatusCode.InternalServerError, "500")]
    public async Task a_refusal_says_what_to_do_and_nothing_of_key_or_text(HttpStatusCode status, string words)
    {
        using var http = Client(_ => new HttpResponseMessage(status));

        var refused = await FluentActions.Awaiting(() => new EndpointGenerator(http, settings).GenerateAsync(["a private text"])).Should().ThrowAsync<EmbeddingException>();

        refused.Which.Message.Should().Contain(words).And.NotContain("sk-secret").And.NotContain("private");
    }

    [Fact]
    public async Task a_model_that_gives_other_vectors_is_refused()
    {
        using var http = Client(_ => Answer(new { data = new[] { new { index = 0, embedding = new float[1536] } } }));

        (await FluentActions.Awaiting(() => new EndpointGenerator(http, settings).GenerateAsync(["one"])).Should().ThrowAsync<EmbeddingException>()).Which.Message.Should().Contain("1536").And.Contain("256");
    }

    [Fact]
    public async Task where_it_cannot_be_asked_a_search_goes_by_words_alone()
    {
        using var http = Client(_ => throw new HttpRequestException("down"));
        var meanings = new Meanings(new EndpointGenerator(http, settings), "small@x", Microsoft.Extensions.Logging.Abstractions.NullLogger<Meanings>.Instance);

        (await meanings.TryAsync("one", CancellationToken.None)).Should().BeNull();
    }

    private static float[] Vector(float first) => [first, .. new float[Embedder.Dimensions - 1]];

    private static HttpResponseMessage Answer(object body) => new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };

    private static HttpClient Client(Func<HttpRequestMessage, HttpResponseMessage> answer) => new(new Answering(answer)) { BaseAddress = new Uri(settings.Endpoint) };

    private sealed class Answering(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
    }
}
