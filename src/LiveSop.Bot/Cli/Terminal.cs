using LiveSop.Bot.Cli.Connecting;
using LiveSop.Domain.Sops.Pages;
using Spectre.Console;

namespace LiveSop.Bot.Cli;

/// <summary>Where a command talks to its person: results go to one stream, progress and refusals to the other.</summary>
internal sealed record Terminal(IAnsiConsole Result, IAnsiConsole Aside)
{
    /// <summary>For a file or another program, which has no width of its own.</summary>
    private const int WidthElsewhere = 120;

    /// <summary>Asks whoever sits there for something that is not shown while they type it. Null where nobody does; what it returns is null where they left.</summary>
    public Func<string, CancellationToken, Task<string?>>? AskSecretAsync { get; init; }

    public static Terminal OfThisProcess()
    {
#pragma warning disable RS0030 // The one place that hands the console on.
        var terminal = new Terminal(On(System.Console.Out, System.Console.IsOutputRedirected), On(System.Console.Error, System.Console.IsErrorRedirected));
        if (System.Console.IsInputRedirected || System.Console.IsErrorRedirected || OperatingSystem.IsWindows()) return terminal;
        return terminal with { AskSecretAsync = new SecretPrompt(SecretPrompt.StandardInput(), System.Console.Error).AskAsync };
#pragma warning restore RS0030
    }

    /// <summary>For a writer that is no terminal: plain text, no colours, nothing that moves.</summary>
    public static IAnsiConsole Plainly(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = WidthElsewhere;
        return console;
    }

    /// <summary>A line of result. What others wrote in it cannot steer the terminal.</summary>
    public void Say(string line) => Line(Result, line);

    /// <summary>A line that is no result: progress, a refusal, advice.</summary>
    public void Remark(string line) => Line(Aside, line);

    private static IAnsiConsole On(TextWriter writer, bool redirected) =>
        redirected ? Plainly(writer) : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });

    // Past Spectre, which would break a path where the terminal ends and take its brackets for markup.
    private static void Line(IAnsiConsole console, string line)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        console.Profile.Out.Writer.WriteLine(line[..indent] + Untrusted.OneLine(line));
    }
}
