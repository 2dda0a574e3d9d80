using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Vectors;
using static LiveSop.Bot.Tests.Storage.Company;

namespace LiveSop.Bot.Tests.Storage;

public sealed class IncidentSearchTests : IAsyncLifetime
{
    private const string Model = "test";

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task what_words_and_meaning_both_find_comes_first()
    {
        await RememberAsync(("words", "the invoice shows the wrong address", 5), ("both", "an invoice was sent twice", 0), ("meaning", "they paid two times", 0), ("neither", "the printer is out of paper", 7));

        var found = await FindAsync("invoice twice", Towards(0));

        found.Select(hit => hit.IncidentId).Should().StartWith("both").And.Contain(["words", "meaning"]);
    }

    [Fact]
    public async Task an_incident_needs_only_one_of_the_words()
    {
        await RememberAsync(("one", "the parcel is lost", 1), ("other", "the printer is out of paper", 2));

        (await FindAsync("Where did my parcel go? It's & was | (here) ! <-> : 'quoted\\'", null)).Should().ContainSingle().Which.IncidentId.Should().Be("one");
    }

    [Fact]
    public async Task by_meaning_alone_the_nearest_come_in_order()
    {
        await RememberAsync(("far", "x", 9), ("near", "y", 3));
        await RememberVectorAsync("between", Between(3, 9));

        (await FindAsync("", Towards(3))).Select(hit => hit.IncidentId).Should().Equal("near", "between", "far");
    }

    [Fact]
    public async Task vectors_of_another_model_are_passed_over()
    {
        await RememberAsync(("one", "x", 1));

        (await FindAsync("", Towards(1), "another")).Should().BeEmpty();
    }

    [Fact]
    public async Task a_vector_without_direction_spoils_nothing()
    {
        await RememberAsync(("one", "x", 1));
        await RememberVectorAsync("none", HalfVector.From(new float[IncidentVectorRow.Dimensions]));

        (await FindAsync("", Towards(1))).Should().ContainSingle().Which.IncidentId.Should().Be("one");
    }

    [Fact]
    public async Task a_hit_tells_where_and_when()
    {
        await RememberAsync(("one", "the parcel is lost", 1));

        (await FindAsync("parcel", Towards(1))).Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new IncidentHit("one", Open, new MessageTs("1.000001"), Noon, Noon.AddHours(1), 2.0 / 61), options => options.Excluding(hit => hit.Score));
    }

    [Fact]
    public async Task no_more_than_the_limit_come()
    {
        await RememberAsync([.. Enumerable.Range(0, 30).Select(number => ($"i{number:00}", "the parcel is lost", 1))]);

        (await FindAsync("parcel", Towards(1), limit: 7)).Should().HaveCount(7);
    }

    [Fact]
    public async Task a_search_without_a_workspace_is_a_mistake()
    {
        await using var unit = await database.BeginAsync(new Scope.Dispatcher());

        await FluentActions.Awaiting(() => IncidentSearch.FindAsync(unit, new IncidentQuery("parcel", null, Model), default)).Should().ThrowAsync<InvalidOperationException>();
    }

    private async Task<IReadOnlyList<IncidentHit>> FindAsync(string text, HalfVector? meaning, string model = Model, int limit = 10)
    {
        await using var unit = await database.BeginAsync(Miner);
        return await IncidentSearch.FindAsync(unit, new IncidentQuery(text, meaning, model, limit), CancellationToken.None);
    }

    private Task RememberAsync(params (string Id, string Text, int Axis)[] incidents) => database.DoAsync(Miner, unit =>
    {
        foreach (var (id, text, axis) in incidents)
        {
            unit.Db.Add(Incident(id, text));
            unit.Db.Add(Vector(id, Towards(axis)));
        }
        return Task.CompletedTask;
    });

    private Task RememberVectorAsync(string id, HalfVector vector) => database.DoAsync(Miner, unit =>
    {
        unit.Db.AddRange(Incident(id, ""), Vector(id, vector));
        return Task.CompletedTask;
    });

    private static IncidentRow Incident(string id, string text) => new()
    {
        WorkspaceId = Ours,
        IncidentId = id,
        ChannelId = Open,
        ThreadTs = new MessageTs("1.000001"),
        OpenedAt = Noon,
        ClosedAt = Noon.AddHours(1),
        Text = text,
    };

    private static IncidentVectorRow Vector(string id, HalfVector vector) => new() { WorkspaceId = Ours, IncidentId = id, ChannelId = Open, Model = Model, Embedding = vector };

    private static HalfVector Between(int one, int other)
    {
        var values = new float[IncidentVectorRow.Dimensions];
        values[one] = values[other] = 1;
        return HalfVector.From(values);
    }
}
