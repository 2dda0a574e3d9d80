using LiveSop.Domain.Digests;
using LiveSop.Domain.Incidents;

namespace LiveSop.Domain.Tests.Digests;

public sealed class AgeingTests
{
    private const string Trouble = "the export of the invoices does not arrive";

    [Theory]
    [InlineData(239, false)]
    [InlineData(240, true)]
    [InlineData(3 * 24 * 60, true)]
    [InlineData(3 * 24 * 60 + 1, false)]
    public void a_request_ages_from_four_hours_to_three_days(int minutes, bool ages) => Found(minutes, Talk.Says("ana", 0, Trouble)).Should().Be(ages);

    [Fact]
    public void what_somebody_took_up_ages_no_more() => Found(300, Talk.Says("ana", 0, Trouble, "t"), Talk.Says("ben", 2, "Which customer?", "t")).Should().BeFalse();

    [Fact]
    public void who_asks_again_still_waits() => Found(300, Talk.Says("ana", 0, Trouble, "t"), Talk.Says("ana", 90, "can anyone have a look?", "t")).Should().BeTrue();

    [Fact]
    public void an_app_takes_nothing_up()
    {
        var app = Talk.Says("app", 1, "We have received your request.", "t") with { Author = new Person("app", "app", IsApp: true) };

        Found(300, Talk.Says("ana", 0, Trouble, "t"), app).Should().BeTrue();
        Found(300, app).Should().BeFalse("nor does it ask");
    }

    [Fact]
    public void a_request_right_after_words_of_an_app_is_no_answer_to_them()
    {
        var app = Talk.Says("app", 0, "Deployment 12 is done.") with { Author = new Person("app", "app", IsApp: true) };

        Found(300, app, Talk.Says("ana", 2, Trouble)).Should().BeTrue();
    }

    [Theory]
    [InlineData("Good morning everybody!")]
    [InlineData("The new office opens on Friday.")]
    [InlineData("thanks!")]
    public void company_and_announcements_wait_for_nobody(string text) => Found(300, Talk.Says("ana", 0, text)).Should().BeFalse();

    [Fact]
    public void who_thanks_last_waits_for_nobody() => Found(300, Talk.Says("ana", 0, Trouble, "t"), Talk.Says("ana", 30, "thanks!", "t")).Should().BeFalse();

    [Fact]
    public void the_oldest_comes_first() =>
        Ageing.Of([Talk.Says("bo", 90, "where is the invoice of May?", "b"), Talk.Says("ana", 0, Trouble, "a")], Talk.Says("", 600, "").At)
            .Select(talk => talk.Requester.Name).Should().Equal("ana", "bo");

    [Fact]
    public void a_day_without_news_is_quiet_but_for_what_recurs_on_mondays()
    {
        new DigestTally(0, 0, 0, 0, 0).IsQuiet(DayOfWeek.Monday).Should().BeTrue();
        new DigestTally(0, 0, 0, 3, 0).IsQuiet(DayOfWeek.Tuesday).Should().BeTrue();
        new DigestTally(0, 0, 0, 3, 0).IsQuiet(DayOfWeek.Monday).Should().BeFalse();
        new DigestTally(0, 0, 0, 3, 1).IsQuiet(DayOfWeek.Tuesday).Should().BeFalse();
        new DigestTally(1, 0, 0, 0, 0).IsQuiet(DayOfWeek.Friday).Should().BeFalse();
    }

    private static bool Found(int minutes, params Message[] messages) => Ageing.Of(messages, Talk.Says("", minutes, "").At).Count > 0;
}
