using System.CommandLine;
using System.Globalization;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Tests.Storage;

/// <summary>Runs the commands that work on the database, in process, with files in a folder of the test's own.</summary>
public abstract class DatabaseRun : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("livesop-backup-");
    private readonly StringWriter result = new(CultureInfo.InvariantCulture);
    private readonly StringWriter aside = new(CultureInfo.InvariantCulture);

    internal string Result => result.ToString();

    /// <summary>What was said beside the result by all runs so far.</summary>
    internal string Aside => aside.ToString();

    internal string File(string name) => Path.Combine(folder.FullName, name);

    internal async Task<int> RunAsync(DatabaseOptions options, params string[] arguments)
    {
        var terminal = new Terminal(Terminal.Plainly(result), Terminal.Plainly(aside));
        return await CommandLine.RunAsync(arguments, terminal, new Func<Terminal, Command>[]
        {
            one => BackupCommand.Create(one, () => options), one => RestoreCommand.Create(one, () => options), one => ForgetCommand.Create(one, () => options),
        });
    }

    /// <summary>Runs it and expects one sentence of refusal.</summary>
    internal async Task<string> RefusedAsync(DatabaseOptions options, params string[] arguments)
    {
        var before = Aside.Length;
        (await RunAsync(options, arguments)).Should().Be(ExitCode.Refused);
        return Aside[before..].Trim();
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
