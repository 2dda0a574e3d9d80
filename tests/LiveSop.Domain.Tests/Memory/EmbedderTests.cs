using LiveSop.Domain.Memory;

namespace LiveSop.Domain.Tests.Memory;

public sealed class EmbedderTests
{
    [Theory]
    [InlineData("the car is broken", "a broken automobile", "the invoice is wrong")]
    [InlineData("I want to buy a licence", "how do I purchase a license", "the doctor is late")]
    [InlineData("ORA-00942 in the nightly export", "nightly export fails: ORA-00942", "nightly backup fails: disk full")]
    [InlineData("kubelet on edge-7 restarts", "edge-7: kubelet crashloop", "printer on floor seven restarts")]
    [InlineData("pasword rest mail", "password reset mail", "parcel lost")]
    [InlineData("Passwort zurücksetzen geht nicht", "Das Passwort lässt sich nicht zurücksetzen", "Die Rechnung ist falsch")]
    [InlineData("パスワードを再設定できません", "パスワードの再設定ができない", "請求書が間違っています")]
    public void texts_that_say_the_same_lie_nearer_than_others(string one, string like, string unlike) => Cosine(one, like).Should().BeGreaterThan(Cosine(one, unlike) + 0.1f);

    [Fact]
    public void a_text_becomes_the_same_vector_of_length_one_each_time()
    {
        var vector = Embedder.Shipped.Embed("the export is stuck\nsince this morning");

        vector.Should().HaveCount(Embedder.Dimensions).And.Equal(Embedder.Shipped.Embed("the export is stuck\nsince this morning"));
        vector.Sum(value => value * value).Should().BeApproximately(1, 1e-4f);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("it is what it is")]
    public void a_text_without_a_word_that_tells_is_zero(string text) => Embedder.Shipped.Embed(text).Should().OnlyContain(value => value == 0);

    [Fact]
    public void any_text_becomes_finite_numbers()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
            Embedder.Shipped.Embed(new string([.. Enumerable.Range(0, random.Next(3_000)).Select(_ => (char)random.Next(0x20, 0xFFFF))])).Should().OnlyContain(value => float.IsFinite(value));
    }

    [Fact]
    public void a_changed_embedder_needs_a_new_name() =>
        Math.Round(Embedder.Shipped.Embed("the password reset mail does not arrive\nORA-00942, since Tuesday").Select((value, i) => value * (i + 1.0)).Sum(), 2)
            .Should().Be(-152.52, "what {0} makes of a text is stored; raise its number where that changes", Embedder.Model);

    private static float Cosine(string one, string other) => Embedder.Shipped.Embed(one).Zip(Embedder.Shipped.Embed(other)).Sum(pair => pair.First * pair.Second);
}
