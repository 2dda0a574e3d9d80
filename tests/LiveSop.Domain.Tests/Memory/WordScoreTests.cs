using LiveSop.Domain.Memory;

namespace LiveSop.Domain.Tests.Memory;

public sealed class WordScoreTests
{
    private static readonly WordStatistics statistics = new(1_000, new Dictionary<string, int> { ["mail"] = 400, ["reset"] = 40, ["export"] = 30 });

    [Fact]
    public void rare_words_tell_more() => Score("reset mail", "the reset").Should().BeGreaterThan(Score("reset mail", "the mail"));

    [Fact]
    public void the_title_tells_more_than_what_comes_late() =>
        Score("export", "the export\nnothing else to say about it").Should().BeGreaterThan(Score("export", "nothing else to say about it\nthe export"));

    [Fact]
    public void a_word_said_often_soon_adds_nothing_more() =>
        (Score("export", "export export export export") - Score("export", "export export")).Should().BeLessThan(Score("export", "export export") / 3);

    [Fact]
    public void nothing_shared_is_zero_and_all_shared_is_whole()
    {
        Score("reset mail", "a parcel is lost").Should().Be(0);
        Share("reset mail", "the mail to reset it").Should().BeApproximately(1, 1e-9);
        Share("reset mail", "a parcel").Should().Be(0);
    }

    [Fact]
    public void stems_and_contractions_meet() => Score("exports are failing", "the export fails").Should().BeGreaterThan(Score("exports are failing", "the export")).And.BePositive();

    [Fact]
    public void is_looked_up_by_rare_words_alone_and_by_common_ones_together()
    {
        var words = WeighedWords.Of(new("the reset mail of the export", ""));

        Groups(2_000).Should().Equal("export", "reset", "mail");
        Groups(100).Should().Equal("export", "reset");
        Groups(28).Should().Equal("export+reset", "export+mail");
        Groups(0).Should().Equal("export+mail+reset");

        IEnumerable<string> Groups(int most) => TellingWords.Of(words, statistics, 1_000, most).Groups.Select(group => string.Join("+", group.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void what_both_find_comes_before_what_one_finds() =>
        Fusion.Scores([(1.0, 0.9), (0.9, 0.2), (0, 0.2), (0, null)]).Should().Satisfy(one => one < 1.4 && one > 1, one => one > 1.3, one => one == 0.5, one => one == 0);

    private static double Score(string sought, string text) => new WordScore(WeighedWords.Of(RememberedText.Read(sought)), statistics, 10).Of(WeighedWords.Of(RememberedText.Read(text)));

    private static double Share(string sought, string text) => new WordScore(WeighedWords.Of(RememberedText.Read(sought)), statistics, 10).Share(WeighedWords.Of(RememberedText.Read(text)));
}
