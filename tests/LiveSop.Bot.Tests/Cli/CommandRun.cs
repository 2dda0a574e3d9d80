using System.CommandLine;
using System.Globalization;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Tests.Sources;

namespace LiveSop.Bot.Tests.Cli;

/// <summary>Runs the command line in process, on small histories, and keeps what it said.</summary>
public abstract class CommandRun : Inputs
{
    private readonly StringWriter result = new(CultureInfo.InvariantCulture);
    private readonly StringWriter aside = new(CultureInfo.InvariantCulture);

    /// <summary>What was written to standard output by all runs so far.</summary>
    internal string Result => result.ToString().ReplaceLineEndings("\n");

    /// <summary>What was written to standard error by all runs so far.</summary>
    internal string Aside => aside.ToString().ReplaceLineEndings("\n");

    internal string Out => Path.Combine(Folder, "out", "sops");

    internal Task<int> RunAsync(params string[] arguments) => RunAsync(new Settings(), arguments, CancellationToken.None);

    internal Task<int> RunAsync(Settings settings, params string[] arguments) => RunAsync(settings, arguments, CancellationToken.None);

    internal Task<int> RunAsync(Settings settings, string[] arguments, CancellationToken stop)
    {
        var terminal = new Terminal(Terminal.Plainly(result), Terminal.Plainly(aside));
        return CommandLine.RunAsync(arguments, terminal, stop, new Func<Terminal, Command>[] { one => MineCommand.Create(one, () => settings) });
    }

    /// <summary>A ticket log in which the same work was done in every case.</summary>
    internal string TicketLog(string name, int cases = 24, string prefix = "T", string[]? activities = null)
    {
        var rows = Enumerable.Range(1, cases).SelectMany(number =>
            (activities ?? ["Receive the claim", "Check the claim", "Pay the claim"]).Select((activity, step) =>
                string.Create(CultureInfo.InvariantCulture, $"{prefix}{number},{activity},2024-05-{1 + (number % 27):00}T1{step}:00:00Z,agent {number % 3}\n")));
        return Write(name, "case,activity,time,resource\n" + string.Concat(rows));
    }

    /// <summary>Every file of a folder, with its bytes in a form that compares and reads well.</summary>
    internal static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);
}
