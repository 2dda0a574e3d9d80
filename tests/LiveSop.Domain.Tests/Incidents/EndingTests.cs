using LiveSop.Domain.Incidents;

namespace LiveSop.Domain.Tests.Incidents;

public sealed class EndingTests
{
    [Theory]
    [InlineData(IncidentEnd.Solved, "ada|the export hangs", "bo|restarted it", "ada|it works, thanks!")]
    [InlineData(IncidentEnd.Solved, "ada|the export hangs", "bo|restarted it", "ada|thank you so much", "bo|you are welcome")]
    [InlineData(IncidentEnd.Solved, "ada|the mail is lost", "bo|sent again", "ada|arrived")]
    [InlineData(IncidentEnd.Open, "ada|the export hangs", "bo|restarted it", "ada|thanks, but it still does not work")]
    [InlineData(IncidentEnd.Open, "ada|the export hangs", "bo|restarted it", "ada|can you look again?")]
    [InlineData(IncidentEnd.Unsaid, "ada|the export hangs", "bo|restarted it")]
    [InlineData(IncidentEnd.Unsaid, "ada|der Export hängt", "bo|neu gestartet", "ada|läuft")]
    public void tells_how_it_ended_by_the_requesters_last_words(IncidentEnd end, params string[] talk) => Ending.Of(Incident(talk)).Should().Be(end);

    private static Incident Incident(string[] talk) => new("C1:1.0", [.. talk.Select((said, i) => new Message
    {
        Source = new SourceRef.Slack("C1", $"{i + 1}.0"),
        Place = "C1",
        Author = new Person(said.Split('|')[0], said.Split('|')[0]),
        At = DateTimeOffset.UnixEpoch.AddMinutes(i),
        Text = said.Split('|')[1],
        Thread = "1.0",
    })]);
}
