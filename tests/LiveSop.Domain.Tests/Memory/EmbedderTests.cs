using LiveSop.Domain.Memory;

namespace LiveSop.Domain.Tests.Memory;

public sealed class EmbedderTests
{
    [Fact]
    public void texts_of_like_meaning_point_alike() => Alike("the car does not start", "my automobile will not start").Should().BeGreaterThan(Alike("the car does not start", "lunch is at noon"));

    [Fact]
    public void a_typing_error_changes_little() => Alike("export of the invoices hangs", "exprot of the invocies hangs").Should().BeGreaterThan(Alike("export of the invoices hangs", "who has the bicycle key"));

    [Fact]
    public void jargon_and_other_languages_count_by_their_spelling()
    {
        Alike("ERR_4711 in kafka-ingest", "kafka-ingest says ERR_4711 again").Should().BeGreaterThan(Alike("ERR_4711 in kafka-ingest", "OOM in redis-cache"));
        Alike("der Rechnungsexport hängt", "Export der Rechnungen hängt seit heute").Should().BeGreaterThan(Alike("der Rechnungsexport hängt", "Passwort vergessen"));
        Alike("エクスポートが終わりません", "エクスポートが止まりました").Should().BeGreaterThan(Alike("エクスポートが終わりません", "パスワードを忘れました"));
    }

    [Fact]
    public void nothing_points_nowhere() => Embedder.Shipped.Embed("").Should().OnlyContain(value => value == 0).And.HaveCount(Embedder.Dimensions);

    [Fact]
    public void vectors_have_length_one() => Alike("the export hangs", "the export hangs").Should().BeApproximately(1, 1e-4f);

    private static float Alike(string one, string other) => Embedder.Shipped.Embed(one).Zip(Embedder.Shipped.Embed(other), (a, b) => a * b).Sum();
}
