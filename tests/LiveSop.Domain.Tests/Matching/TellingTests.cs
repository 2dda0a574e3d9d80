using LiveSop.Domain.Matching;

namespace LiveSop.Domain.Tests.Matching;

public sealed class TellingTests
{
    private static readonly TellingFacts tried = new() { Match = new Match.Found(0, 0.98), IsTried = true, MayAllRead = true };

    [Fact]
    public void what_is_found_and_tried_is_posted() => Telling.Of(tried).Should().Be(new Telling.Posted());

    [Fact]
    public void nothing_is_said_of_what_is_like_nothing() =>
        Telling.Of(tried with { Match = new Match.None(Abstention.Unlike, 0, 0.2) }).Should().Be(new Telling.Nothing(SilenceReason.NothingAlike));

    [Fact]
    public void silence_goes_before_a_whisper_and_a_whisper_before_a_post()
    {
        Telling.Of(tried with { IsQuiet = true, HasOutsiders = true }).Should().Be(new Telling.Nothing(SilenceReason.QuietChannel));
        Telling.Of(tried with { IsAnswered = true }).Should().Be(new Telling.Nothing(SilenceReason.Answered));
        Telling.Of(tried with { IsLate = true }).Should().Be(new Telling.Nothing(SilenceReason.Late));
        Telling.Of(tried with { IsMuted = true }).Should().Be(new Telling.Nothing(SilenceReason.Muted));
        Telling.Of(tried with { IsRepeated = true }).Should().Be(new Telling.Nothing(SilenceReason.Repeated));
        Telling.Of(tried with { IsOverBudget = true }).Should().Be(new Telling.Nothing(SilenceReason.OverBudget));
        Telling.Of(tried with { HasOutsiders = true }).Should().Be(new Telling.Whispered(WhisperReason.Outsiders));
        Telling.Of(tried with { MayAllRead = false }).Should().Be(new Telling.Whispered(WhisperReason.NotForAll));
        Telling.Of(tried with { IsTried = false }).Should().Be(new Telling.Whispered(WhisperReason.Untried));
        Telling.Of(tried with { Match = new Match.Ambiguous(0, 1, 0.7) }).Should().Be(new Telling.Whispered(WhisperReason.Unsure));
    }

    [Theory]
    [InlineData(4, 0, false)]
    [InlineData(5, 0, true)]
    [InlineData(5, 2, false)]
    [InlineData(8, 2, true)]
    public void a_procedure_is_tried_once_it_was_confirmed_often_and_mostly(int confirmed, int rejected, bool isTried) => new Trust(confirmed, rejected, 0).IsTried.Should().Be(isTried);

    [Fact]
    public void three_rejections_in_a_row_are_enough()
    {
        new Trust(9, 2, 2).IsSpent.Should().BeFalse();
        new Trust(9, 3, 3).IsSpent.Should().BeTrue();
    }
}
