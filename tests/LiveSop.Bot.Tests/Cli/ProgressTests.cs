using System.Globalization;
using LiveSop.Bot.Cli;

namespace LiveSop.Bot.Tests.Cli;

public sealed class ProgressTests
{
    [Fact]
    public void quick_work_is_silent_and_long_work_says_a_line_now_and_then()
    {
        var (said, clock) = (new StringWriter(CultureInfo.InvariantCulture), new HandClock());
        var progress = Progress.NowAndThen(said, clock);

        foreach (var second in Enumerable.Range(0, 10))
        {
            progress($"at {second}\u001b[2J");
            clock.Seconds++;
        }

        said.ToString().ReplaceLineEndings("\n").Should().Be("at 3 [2J\nat 6 [2J\nat 9 [2J\n");
    }

    private sealed class HandClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
