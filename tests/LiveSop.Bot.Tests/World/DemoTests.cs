using LiveSop.Bot.Learn;
using LiveSop.Workspace.Demo;
using LiveSop.Workspace.Screen;

namespace LiveSop.Bot.Tests.World;

public sealed class DemoTests
{
    [Fact]
    public async Task the_demo_plays_its_morning_with_the_real_bot()
    {
        var log = Path.Combine(Path.GetTempPath(), $"livesop-demo-{Environment.ProcessId}.log");
        using var output = new StringWriter();

        var exit = await DemoCommand.RunAsync(["demo", "--bot", typeof(MineHistory).Assembly.Location, "--log", log], SlackScreen.Plain(output, 110), TimeProvider.System, read: null);

        var shown = output.ToString();
        exit.Should().Be(0, "it said:\n{0}\nand the bot:\n{1}", shown, await File.ReadAllTextAsync(log));
        shown.Should().ContainAll("I read what is said in this channel", "Only visible to you", "procedures recur", "Nobody has approved it yet", "How it fits a real case", "Version 1 is in force");
        (await File.ReadAllTextAsync(log)).Should().NotContain("error:").And.NotContain("Alderfen").And.NotContain("xoxb-");
        File.Delete(log);
    }
}
