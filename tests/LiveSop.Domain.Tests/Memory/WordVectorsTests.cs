using LiveSop.Domain.Memory;

namespace LiveSop.Domain.Tests.Memory;

public sealed class WordVectorsTests
{
    [Theory]
    [InlineData("car", "automobile", "banana")]
    [InlineData("buy", "purchase", "sleep")]
    [InlineData("error", "mistake", "mountain")]
    [InlineData("doctor", "physician", "guitar")]
    public void words_of_like_meaning_point_alike(string word, string like, string unlike) => Cosine(word, like).Should().BeGreaterThan(Cosine(word, unlike) + 0.2f);

    [Fact]
    public void are_of_length_one_and_empty_where_a_word_is_not_known()
    {
        WordVectors.Shipped.Of("invoice").ToArray().Sum(value => value * value).Should().BeApproximately(1, 1e-4f);
        WordVectors.Shipped.Of("xqzzt").Length.Should().Be(0);
        WordVectors.Shipped.Count.Should().Be(40_000);
    }

    [Fact]
    public void another_file_is_refused() => FluentActions.Invoking(() => WordVectors.Read(new MemoryStream([1, 2, 3, 4, 5, 6, 7, 8]))).Should().Throw<InvalidDataException>();

    private static float Cosine(string one, string other) => WordVectors.Shipped.Of(one).ToArray().Zip(WordVectors.Shipped.Of(other).ToArray()).Sum(pair => pair.First * pair.Second);
}
