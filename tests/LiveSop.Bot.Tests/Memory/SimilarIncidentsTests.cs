using LiveSop.Bot.Learn.Threads;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Memory.Indexing;
using LiveSop.Bot.Memory.Searching;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Tests.Storage;
using LiveSop.Domain.Incidents;
using LiveSop.Domain.Memory;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Memory;

public sealed class SimilarIncidentsTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private Embeddings embeddings = null!;

    public async Task InitializeAsync()
    {
        database = await Company.CreateAsync();
        embeddings = Embeddings.Of(new(), TimeProvider.System, NullLogger<Embeddings>.Instance);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task what_says_the_same_comes_first_and_tells_where_and_how_it_ended()
    {
        await RememberAsync(Ours, Open, "the password reset mail does not arrive", "the invoice shows the wrong address", "the nightly export is stuck");

        var found = await FindAsync(Miner, "Hi team! reset mail for a password never arrives");

        found[0].Should().BeEquivalentTo(new { Channel = Open, Request = "the password reset mail does not arrive", Outcome = Outcome.Solved, Duration = TimeSpan.FromHours(2), IsAlike = true });
        found[0].Id.Should().Be(new ThreadId(Open, Ts(0)));
    }

    [Theory]
    [InlineData("purchase a license", "we would like to buy licences")]
    [InlineData("pasword rseet", "the password reset mail does not arrive")]
    [InlineData("エクスポートが止まった", "夜間のエクスポートが止まっています")]
    [InlineData("Rechnung falsche Adresse", "Auf der Rechnung steht die falsche Adresse")]
    [InlineData("it's & was | (here) ! <-> : 'quoted\\' invoice", "the invoice shows the wrong amount")]
    public async Task other_words_slips_and_languages_find_too(string sought, string remembered)
    {
        await RememberAsync(Ours, Open, remembered, "the printer is out of paper", "a parcel never came", "kubelet restarts on edge-7");

        (await FindAsync(Miner, sought))[0].Request.Should().Be(remembered);
    }

    [Fact]
    public async Task a_viewer_is_shown_what_they_may_read_and_no_other_workspace_is_touched()
    {
        await RememberAsync(Ours, Closed, "the salary export is stuck");
        await RememberAsync(Theirs, Open, "the export is stuck");

        (await FindAsync(Viewer(Ann), "export is stuck")).Should().Contain(one => one.Request == "the salary export is stuck");
        (await FindAsync(Viewer(Ben), "export is stuck")).Should().NotContain(one => one.Request.Contains("export", StringComparison.Ordinal));
        (await FindAsync(Viewer(Guest), "export is stuck")).Should().BeEmpty();
        (await FindAsync(Miner, "export is stuck")).Where(one => one.Request.Contains("export", StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Fact]
    public async Task it_keeps_to_the_channels_that_are_given_and_passes_over_what_was_asked_from()
    {
        await RememberAsync(Ours, Open, "the export is stuck", "the export is stuck again");
        await RememberAsync(Ours, Closed, "the export is stuck in secret");

        (await FindAsync(Miner, "export is stuck", new(Open, Ts(0)), [Open])).Select(one => one.Request).Should().Contain("the export is stuck again").And.NotContain(["the export is stuck", "the export is stuck in secret"]);
        (await FindAsync(Miner, "export is stuck", null, [])).Should().BeEmpty();
    }

    [Fact]
    public async Task vectors_of_another_embedder_are_passed_over_and_made_anew()
    {
        await RememberAsync(Ours, Open, "we would like to buy licences");
        await database.DoAsync(Miner, unit => unit.RunAsync("UPDATE incident_vectors SET model = 'older'", default));

        (await FindAsync(Miner, "purchase")).Should().BeEmpty();
        await new IncidentVectors(database.Database, embeddings).MakeAsync(Ours, null, default);

        (await FindAsync(Miner, "purchase")).Should().Contain(one => one.Request == "we would like to buy licences");
    }

    [Fact]
    public async Task without_vectors_words_find()
    {
        await RememberAsync(Ours, Open, "the nightly export is stuck");
        embeddings = new Embeddings(new DeadEmbeddings(), TimeProvider.System, NullLogger<Embeddings>.Instance);

        (await FindAsync(Miner, "stuck exports"))[0].Request.Should().Be("the nightly export is stuck");
    }

    [Fact]
    public async Task changed_words_lose_their_old_meaning()
    {
        await RememberAsync(Ours, Open, "the nightly export is stuck");
        await RememberAsync(Ours, Open, "somebody ate my sandwich");

        (await FindAsync(Miner, "nightly export")).Should().NotContain(one => one.IsAlike);
        (await FindAsync(Miner, "sandwich"))[0].Request.Should().Be("somebody ate my sandwich");
    }

    [Fact]
    public async Task a_search_without_a_workspace_is_a_mistake()
    {
        await using var unit = await database.BeginAsync(new Scope.Dispatcher());

        await FluentActions.Awaiting(() => Similar().FindAsync(unit, "parcel", null, 5, default)).Should().ThrowAsync<InvalidOperationException>();
    }

    private SimilarIncidents Similar() => new(embeddings, new WordBook(database.Database, TimeProvider.System), new VectorIndexes(TimeProvider.System));

    private async Task<IReadOnlyList<PastIncident>> FindAsync(Scope scope, string text, ThreadId? except = null, IReadOnlyCollection<ChannelId>? channels = null)
    {
        await using var unit = await database.BeginAsync(scope);
        return await Similar().FindAsync(unit, text, except, channels, 5, default);
    }

    private async Task RememberAsync(WorkspaceId workspace, ChannelId channel, params string[] texts)
    {
        await database.DoAsync(new Scope.Miner(workspace), unit => new IncidentShelf(unit, workspace, Noon).PutAsync(
            [.. texts.Select((text, i) => new ShelvedIncident($"{channel}:{Ts(i)}", channel, Ts(i), Noon, RememberedText.Of(text)) { Outcome = Outcome.Solved, ClosedAt = Noon.AddHours(2) })], default));
        await new IncidentVectors(database.Database, embeddings).MakeAsync(workspace, null, default);
    }

    private static MessageTs Ts(int number) => new($"170000000{number}.000100");

    private sealed class DeadEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new EmbeddingException("It is away.", isOutage: true);

        public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: "dead") : null;

        public void Dispose()
        {
        }
    }
}
