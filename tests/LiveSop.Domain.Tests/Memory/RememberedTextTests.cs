using LiveSop.Domain.Memory;

namespace LiveSop.Domain.Tests.Memory;

public sealed class RememberedTextTests
{
    [Theory]
    [InlineData("the export is stuck", "the export is stuck", "")]
    [InlineData("Hi team!\nthe export is stuck\nsince noon", "the export is stuck", "since noon")]
    [InlineData("Hello everyone! The export is stuck.", "The export is stuck.", "")]
    [InlineData("thanks\n", "thanks", "")]
    [InlineData("", "", "")]
    public void the_first_line_that_carries_work_is_the_title(string text, string title, string body) => RememberedText.Of(text).Should().Be(new RememberedText(title, body));

    [Fact]
    public void reads_back_what_it_wrote()
    {
        foreach (var text in new[] { "a parcel is lost", "a parcel is lost\nwhere is it?\nfound", "", new string('x', 20_000), string.Concat(Enumerable.Repeat("😀 ", 9_000)) })
            RememberedText.Read(RememberedText.Of(text).Text).Should().Be(RememberedText.Of(text));
    }

    [Fact]
    public void a_long_first_line_is_cut_between_words_and_nothing_of_it_is_lost()
    {
        var text = RememberedText.Of(string.Join(' ', Enumerable.Range(0, 100).Select(number => $"word{number}")));

        text.Title.Length.Should().BeLessThanOrEqualTo(200);
        $"{text.Title} {text.Body}".Should().EndWith("word98 word99").And.Contain("word30 word31");
    }
}
