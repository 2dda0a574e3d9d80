using System.CommandLine;
using System.Globalization;
using LiveSop.Bot.Cli;

namespace LiveSop.Bot.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter aside = new(CultureInfo.InvariantCulture);

    [Fact]
    public async Task a_fault_of_ours_is_called_one()
    {
        (await RunAsync(_ => throw new InvalidOperationException("odd"))).Should().Be(ExitCode.Fault);

        aside.ToString().Should().StartWith("This is a fault in LiveSOP").And.Contain("odd");
    }

    [Fact]
    public async Task somebody_who_stops_it_is_told_that_nothing_was_written()
    {
        (await RunAsync(_ => throw new OperationCanceledException())).Should().Be(ExitCode.Stopped);

        aside.ToString().Should().StartWith("Stopped; nothing was written.");
    }

    [Fact]
    public async Task an_argument_with_an_at_sign_is_a_name_and_no_file_of_arguments()
    {
        string? given = null;
        var name = new Argument<string>("NAME");

        (await RunAsync(parsed => given = parsed.GetValue(name), name, "@home.csv")).Should().Be(ExitCode.Done);

        given.Should().Be("@home.csv");
    }

    public void Dispose() => aside.Dispose();

    private Task<int> RunAsync(Action<ParseResult> work) => RunAsync(work, new Argument<string>("NAME"), "x");

    private Task<int> RunAsync(Action<ParseResult> work, Argument<string> name, string value)
    {
        var command = new Command("work") { name };
        command.SetAction(work);
        var terminal = new Terminal(Terminal.Plainly(TextWriter.Null), Terminal.Plainly(aside));
        return CommandLine.RunAsync(["work", value], terminal, _ => command);
    }
}
