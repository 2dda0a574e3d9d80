using LiveSop.Bot.Storage.Runs;
using LiveSop.Domain.Running;

namespace LiveSop.Bot.Tests.Respond;

/// <summary>A run is read as it was written, by every version to come.</summary>
public sealed class RunFormatTests
{
    private const string Version1 = """
        {"format":1,"run":{"startedAt":"2026-11-23T11:00:00+00:00","startedBy":"U1","marks":[{"step":"s1","by":"U2","at":"2026-11-23T11:05:00+00:00","source":"C1:1.2","how":"seen"}],"choices":[{"choice":"0.1","branch":1,"by":"U1","at":"2026-11-23T11:06:00+00:00"}],"rounds":[],"earlier":[],"handOvers":[{"to":"U3","by":"U1","at":"2026-11-23T11:07:00+00:00"}],"finished":{"at":"2026-11-23T11:22:00+00:00","by":"U3"}}}
        """;

    [Fact]
    public void what_version_1_wrote_is_read()
    {
        var run = RunFormat.Read(Version1);

        (run.StartedBy, run.Owner, run.Finished!.Outcome).Should().Be(("U1", "U3", Outcome.Solved));
        run.Marks.Should().ContainSingle().Which.Should().Be(new StepMark("s1", "U2", new(2026, 11, 23, 11, 5, 0, TimeSpan.Zero), How.Seen, "C1:1.2"));
        run.Choice("0.1")!.Branch.Should().Be(1);
        RunFormat.Read(RunFormat.Write(run)).Should().Be(run);
    }

    [Fact]
    public void what_a_newer_version_wrote_is_refused_with_a_sentence() =>
        FluentActions.Invoking(() => RunFormat.Read("""{"format":2,"run":{"startedAt":"2026-11-23T11:00:00+00:00","startedBy":"U1"}}""")).Should().Throw<InvalidDataException>().WithMessage("*newer version*");
}
