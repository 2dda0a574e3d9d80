using LiveSop.Domain.Incidents;

namespace LiveSop.Domain.Tests.Incidents;

public sealed class EndingsTests
{
    private static readonly DateTimeOffset noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Outcome.Solved, "ask|the export is stuck", "help|restarted the worker", "ask|it works, thanks!")]
    [InlineData(Outcome.Solved, "ask|the export is stuck", "help|restarted the worker", "ask|perfect")]
    [InlineData(Outcome.Solved, "ask|the export is stuck", "help|restarted the worker", "ask|fixed now")]
    [InlineData(Outcome.Open, "ask|the export is stuck")]
    [InlineData(Outcome.Open, "ask|the export is stuck", "help|restarted the worker")]
    [InlineData(Outcome.Open, "ask|the export is stuck", "help|restarted the worker", "ask|no, it is still stuck")]
    [InlineData(Outcome.Open, "ask|the export is stuck", "help|restarted the worker", "ask|thanks, but it fails again")]
    [InlineData(Outcome.Open, "ask|the export is stuck", "help|restarted the worker", "ask|thanks! what about the import?")]
    public void who_asked_has_the_last_word(Outcome outcome, params string[] said) => Of(said, TimeSpan.FromHours(1)).Should().Be(outcome);

    [Theory]
    [InlineData(Outcome.Unsolved, "ask|the export is stuck")]
    [InlineData(Outcome.Solved, "ask|the export is stuck", "help|restarted the worker")]
    [InlineData(Outcome.Solved, "ask|der Export hängt", "help|habe den Worker neu gestartet")]
    [InlineData(Outcome.Unsolved, "ask|the export is stuck", "help|which worker is it?")]
    [InlineData(Outcome.Unsolved, "ask|the export is stuck", "help|restarted the worker", "ask|no, it is still stuck")]
    public void after_a_day_of_silence_it_is_over(Outcome outcome, params string[] said) => Of(said, TimeSpan.FromDays(2)).Should().Be(outcome);

    [Fact]
    public void it_lasted_until_its_last_message()
    {
        var incident = Incident("ask|the export is stuck", "help|restarted the worker", "ask|it works, thanks!");

        Endings.ClosedAt(incident, Outcome.Solved).Should().Be(noon.AddMinutes(2));
        Endings.ClosedAt(incident, Outcome.Open).Should().BeNull();
    }

    private static Outcome Of(string[] said, TimeSpan later) => Endings.Of(Incident(said), noon.AddMinutes(said.Length) + later);

    private static Incident Incident(params string[] said) => new("C1:1", [.. said.Select((one, i) => one.Split('|') is [var who, var text] ? new Message
    {
        Source = new SourceRef.Slack("C1", $"{i}"),
        Place = "C1",
        Author = new Person(who, who),
        At = noon.AddMinutes(i),
        Text = text,
    } : throw new ArgumentException(one))]);
}
