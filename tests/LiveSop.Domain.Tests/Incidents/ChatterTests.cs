using LiveSop.Domain.Incidents;
using static LiveSop.Domain.Tests.Talk;

namespace LiveSop.Domain.Tests.Incidents;

public sealed class ChatterTests
{
    [Fact]
    public void a_problem_that_somebody_takes_up_is_an_incident() =>
        Chatter.IsIncident(Talk("ana: The export is stuck since noon", "ben: Which export is it?")).Should().BeTrue();

    [Theory]
    [InlineData("ana: Good morning!", "ben: Hello Ana")]
    [InlineData("ana: The export is stuck since noon", "ben: Thanks!")]
    [InlineData("ana: The export is stuck since noon", "ana: Which one, I wonder")]
    public void greetings_thanks_and_monologues_are_none(params string[] lines) => Chatter.IsIncident(Talk(lines)).Should().BeFalse();

    [Fact]
    public void what_the_source_records_as_done_is_work()
    {
        var deed = new Incident("C1:1", [Says("ana", 0, "x", activity: "Close the issue")]);
        Chatter.IsIncident(deed).Should().BeTrue();
        Chatter.HasOwner(deed).Should().BeTrue();
    }

    [Fact]
    public void who_speaks_twice_has_taken_charge()
    {
        Chatter.HasOwner(Talk("ana: Export stuck", "ben: Which one?", "ana: The weekly", "ben: Restarted")).Should().BeTrue();
        Chatter.HasOwner(Talk("ana: It is my birthday", "ben: All the best", "cy: Many happy returns", "ana: You are kind")).Should().BeFalse();
    }

    [Fact]
    public void of_many_who_help_one_comes_back_when_the_requester_has_answered()
    {
        var first = new[] { "ana: Export stuck", "ben: Which one?", "cy: Did you restart it?", "dee: Same here", "eve: Try the log", "cy: Or wait" };
        Chatter.HasOwner(Talk(first)).Should().BeFalse();
        Chatter.HasOwner(Talk([.. first, "ana: The weekly", "ben: Restarted"])).Should().BeTrue();
    }

    private static Incident Talk(params string[] lines) =>
        new("C1:1", [.. lines.Select((line, minute) => Says(line[..line.IndexOf(':')], minute, line[(line.IndexOf(':') + 2)..]))]);
}
