using System.CommandLine;
using LiveSop.Bot.Learn;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Cli;

/// <summary>Runs one command and turns however it ends into an exit code and, where it is refused, one sentence.</summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // An input may be called "@home.csv"; it is not a file of further arguments.
        ResponseFileTokenReplacer = null,
    };

    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, params Func<Terminal, Command>[] commands)
    {
        using var nobodyStops = new CancellationTokenSource();
        return await RunAsync(arguments, terminal, nobodyStops.Token, commands);
    }

    /// <param name="stop">Stops like Ctrl+C does, which is listened to as well.</param>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken stop, params Func<Terminal, Command>[] commands)
    {
        var root = new RootCommand("LiveSOP reads how a team really solves its cases and writes its procedures down.");
        foreach (var create in commands) root.Subcommands.Add(create(terminal));
        var parsed = root.Parse(arguments.Length == 0 ? ["--help"] : arguments, Parsing);
        if (parsed.Errors.Count > 0) return Refuse(terminal, Complaint(parsed, arguments));
        var invocation = new InvocationConfiguration
        {
            Output = terminal.Result.Profile.Out.Writer,
            Error = terminal.Aside.Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
            // A worker ends what it began before it goes.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
        };
        return await BoundaryAsync(terminal, () => parsed.InvokeAsync(invocation, stop));
    }

    /// <summary>The one catch of the command line.</summary>
    private static async Task<int> BoundaryAsync(Terminal terminal, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (e is BadInputException or UnusableFolderException or BadSettingException or UnusableDatabaseException)
        {
            return Refuse(terminal, e.Message);
        }
        catch (OperationCanceledException)
        {
            terminal.Remark("Stopped; nothing was written.");
            return ExitCode.Stopped;
        }
        catch (Exception e)
        {
            terminal.Remark("This is a fault in LiveSOP, not in what it was given; please report it with the lines that follow.");
            terminal.Aside.Profile.Out.Writer.WriteLine(e);
            return ExitCode.Fault;
        }
    }

    private static int Refuse(Terminal terminal, string sentence)
    {
        terminal.Remark(sentence);
        return ExitCode.Refused;
    }

    private static string Complaint(ParseResult parsed, string[] arguments) => parsed.CommandResult.Command is RootCommand
        ? $"There is no command {arguments[0]} (livesop --help lists those there are)."
        : $"{parsed.Errors[0].Message.TrimEnd('.')} (livesop {parsed.CommandResult.Command.Name} --help explains).";
}
