using System.Net;
using System.Text.Json;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Memory.Embedding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Tests.Memory;

/// <summary>Against a service on loopback that answers as it is told to.</summary>
public sealed class ServiceEmbeddingsTests : IAsyncLifetime
{
    private readonly List<(string Body, string? Key)> asked = [];
    private readonly Queue<HttpStatusCode> refusals = new();
    private WebApplication service = null!;
    private int numbers = 256;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        service = builder.Build();
        service.Urls.Add("http://127.0.0.1:0");
        service.MapPost("/v1/embeddings", AnswerAsync);
        await service.StartAsync();
    }

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task asks_in_batches_for_as_many_numbers_as_are_stored_and_keeps_the_order()
    {
        var made = await Service(new() { Batch = 2, Key = "sk-1" }).GenerateAsync(["one", "three", "fifteen letters"]);

        made.Select(one => one.Vector.Length).Should().OnlyContain(length => length == 256);
        made.Select(one => one.Vector.Span[0] > one.Vector.Span[1]).Should().Equal(true, false, false);
        asked.Should().HaveCount(2).And.OnlyContain(one => one.Key == "Bearer sk-1");
        asked[0].Body.Should().Contain("\"dimensions\":256").And.Contain("\"model\":\"m\"");
    }

    [Fact]
    public async Task a_busy_service_is_asked_again()
    {
        foreach (var refusal in new[] { HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable }) refusals.Enqueue(refusal);

        (await Service(new()).GenerateAsync(["one"])).Should().ContainSingle();
        asked.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "set Embedding__Key in the environment")]
    [InlineData(HttpStatusCode.BadRequest, "set Embedding:AskDimensions to false")]
    [InlineData(HttpStatusCode.NotFound, "correct Embedding:Endpoint or Embedding:Model")]
    public async Task a_refusal_says_what_to_set(HttpStatusCode status, string sentence)
    {
        refusals.Enqueue(status);

        (await FluentActions.Awaiting(() => Service(new() { Key = "sk-secret" }).GenerateAsync(["private words"])).Should().ThrowAsync<EmbeddingException>())
            .Which.Message.Should().Contain(sentence).And.NotContain("sk-secret").And.NotContain("private words");
    }

    [Fact]
    public async Task longer_vectors_are_cut_only_where_the_model_lets_them()
    {
        numbers = 1_024;

        (await FluentActions.Awaiting(() => Service(new()).GenerateAsync(["one"])).Should().ThrowAsync<EmbeddingException>()).Which.Message.Should().Contain("set Embedding:MayCut to true");
        var vector = (await Service(new() { MayCut = true }).GenerateAsync(["one"]))[0].Vector;

        vector.Length.Should().Be(256);
        vector.ToArray().Sum(value => value * value).Should().BeApproximately(1, 1e-4f);
    }

    [Fact]
    public async Task shorter_vectors_are_filled_up()
    {
        numbers = 64;

        (await Service(new()).GenerateAsync(["one"]))[0].Vector.Length.Should().Be(256);
    }

    [Fact]
    public void the_key_comes_from_the_environment_and_what_is_missing_is_named()
    {
        var environment = new ConfigurationBuilder().AddInMemoryCollection([new("Embedding:Key", "sk-1"), new("Embedding:Endpoint", "https://api.example/v1/"), new("Embedding:Model", "m")]).Build();

        new Settings().With(environment).Embedding.Should().Be(new EmbeddingSettings { Endpoint = "https://api.example/v1/", Model = "m", Key = "sk-1" });
        new EmbeddingSettings { Endpoint = "https://api.example/v1/" }.Fault().Should().Contain("Embedding:Model is not");
        new EmbeddingSettings { Endpoint = "https://api.example/v1", Model = "m" }.Fault().Should().Contain("ends with a slash");
    }

    private ServiceEmbeddings Service(EmbeddingSettings settings) => new(settings with { Endpoint = $"{service.Urls.First()}/v1/", Model = "m" }, EmbeddingHttp.Create(), TimeProvider.System);

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        asked.Add((body, context.Request.Headers.Authorization));
        if (refusals.TryDequeue(out var refusal))
        {
            context.Response.StatusCode = (int)refusal;
            context.Response.Headers.RetryAfter = "0";
            return;
        }
        var texts = JsonDocument.Parse(body).RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToList();
        // Backwards, as nobody forbids.
        await context.Response.WriteAsJsonAsync(new { data = texts.Index().Reverse().Select(text => new { index = text.Index, embedding = Vector(text.Item) }) });
    }

    private float[] Vector(string text)
    {
        var vector = new float[numbers];
        vector[0] = 4;
        vector[1] = text.Length;
        return vector;
    }
}
