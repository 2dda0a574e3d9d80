using LiveSop.Domain.Matching;

namespace LiveSop.Domain.Tests.Matching;

public sealed class ReasonsTests
{
    private static readonly Classifier learned = Classifier.Train(
    [
        ("The export is stuck since this morning", 0), ("Our weekly export never finishes", 0), ("Export hangs at 80 percent", 0),
        ("I cannot log in any more", 1), ("Login fails with a blank page", 1), ("my password is not accepted", 1),
        ("Please change the invoice address", 2), ("The invoice has the wrong VAT number", 2), ("We were billed twice", 2),
    ], 3);

    [Fact]
    public void are_the_words_as_they_stand_there_the_strongest_first()
    {
        var reasons = learned.Reasons("Hi Anna, yesterday's *EXPORT* hangs, again!", 0);
        reasons[0].Should().Be("EXPORT");
        reasons.Should().Contain("hangs").And.NotContain("Anna");
    }

    [Fact]
    public void hang_on_the_class_that_is_asked_about()
    {
        learned.Reasons("the export and the invoice", 0).Should().StartWith("export").And.NotContain("invoice");
        learned.Reasons("the export and the invoice", 2).Should().StartWith("invoice").And.NotContain("export");
    }

    [Fact]
    public void name_a_word_once_however_often_it_is_said() => learned.Reasons("invoice, Invoice, INVOICE!", 2).Should().Equal("invoice");

    [Theory]
    [InlineData("")]
    [InlineData("  :wave: !!")]
    public void are_none_where_nothing_is_said(string text) => learned.Reasons(text, 0).Should().BeEmpty();

    [Fact]
    public void are_asked_of_a_class_that_there_is() => FluentActions.Invoking(() => learned.Reasons("export", 3)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData("It's Anna's log-in: 3 retries_left", new[] { "It's", "Anna's", "log-in", "3", "retries_left" })]
    [InlineData("CSVのエクスポートが終わりません", new[] { "CSV", "の", "エクスポート", "が", "終", "わりません" })]
    [InlineData("Größenänderung für Zoë", new[] { "Größenänderung", "für", "Zoë" })]
    public void words_are_told_apart(string text, string[] words) => SpokenWords.Of(text).Words.Should().Equal(words);

    [Fact]
    public void a_word_is_taken_out_whole() => SpokenWords.Of("in the inn, In").Without("in").Should().Be("   the inn,   ");
}
