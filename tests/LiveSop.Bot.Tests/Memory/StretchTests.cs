using LiveSop.Bot.Memory.Indexing;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Tests.Memory;

public sealed class StretchTests
{
    private static readonly DateTimeOffset noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void changes_that_lie_close_are_read_together_and_others_apart() =>
        Stretch.Around([noon.AddDays(3), noon, noon.AddHours(5)]).Should().Equal((noon.AddHours(-12), noon.AddHours(17)), (noon.AddDays(3).AddHours(-12), noon.AddDays(3).AddHours(12)));

    [Fact]
    public void talk_that_may_go_on_where_nothing_was_read_is_left_as_it_was()
    {
        var span = Stretch.Around([noon])[0];

        var stretch = Stretch.Of(span, [At(-11.9), At(-11.5), At(-8), At(0), At(0.2), At(11.7)]);

        stretch.Messages.Select(message => (message.At - noon).TotalHours).Should().Equal(-8, 0, 0.2);
        stretch.From.Should().Be(noon.AddHours(-11.5));
        stretch.To.Should().Be(noon.AddHours(11.7));
    }

    [Fact]
    public void a_day_of_talk_without_a_silence_is_cut_where_reading_ends()
    {
        var span = Stretch.Around([noon])[0];

        var stretch = Stretch.Of(span, [.. Enumerable.Range(-24, 49).Select(half => At(half / 2.0))]);

        stretch.Messages.Should().HaveCount(49);
        (stretch.From, stretch.To).Should().Be(span);
    }

    private static Message At(double hours) => new() { Source = new SourceRef.Slack("C1", $"{hours}"), Place = "C1", Author = new Person("U1", "ann"), At = noon.AddHours(hours), Text = "x" };
}
