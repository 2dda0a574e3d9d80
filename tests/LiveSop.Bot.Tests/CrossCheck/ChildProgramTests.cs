using System.Diagnostics;

namespace LiveSop.Bot.Tests.CrossCheck;

public sealed class ChildProgramTests
{
    [Fact]
    public void without_node_it_says_what_to_install()
    {
        var start = () => NodePackages.Start(new ProcessStartInfo("node-that-is-not-there"));

        start.Should().Throw<InvalidOperationException>().WithMessage("*install*nodejs*");
    }

    [Fact]
    public async Task the_empty_app_says_at_its_end_how_much_it_heard()
    {
        await using var slack = await ReferenceServer.StartAsync();
        await using var empty = await NodeProgram.StartAsync("bolt-empty.js", slack);
        await empty.HandledAsync("started");
        for (var n = 0; n < 50; n++) (await slack.SayAsync("hello")).Acked.Should().BeTrue();

        var said = await empty.EndAsync(line => line["count"] is not null);

        ((int)said["count"]!).Should().Be(50);
        ((double)said["per_second"]!).Should().BePositive();
    }

    [Fact]
    public async Task a_program_that_breaks_off_is_not_waited_for()
    {
        await using var program = await NodeProgram.StartAsync("no-such-program.js");

        await program.Awaiting(broken => broken.HandledAsync("started")).Should().ThrowAsync<InvalidOperationException>().WithMessage("*ended*Cannot find module*");
    }
}
