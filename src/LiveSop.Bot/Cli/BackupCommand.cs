using System.CommandLine;
using System.Globalization;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Backups;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Cli;

/// <summary><c>livesop backup FILE</c>: all that the bot keeps, in one file. The bot may run meanwhile.</summary>
internal static class BackupCommand
{
    public static Command Create(Terminal terminal) => Create(terminal, DatabaseSettings.OfThisProcess);

    /// <param name="options">Read when the command runs, so that bad settings do not take the help away.</param>
    public static Command Create(Terminal terminal, Func<DatabaseOptions> options)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not be there yet" };
        var command = new Command("backup", "Writes all that the bot keeps into one file, also while the bot runs. It holds what people wrote: keep it as you keep the database.") { file };
        command.SetAction(async (parsed, stop) => await RunAsync(terminal, options(), parsed.GetRequiredValue(file), stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, DatabaseOptions options, string file, CancellationToken stop)
    {
        if (OperatingSystem.IsWindows()) throw new UnusableDatabaseException("On Windows back the database up with pg_dump (docs/operations.md).");
        using var logs = LoggerFactory.Create(logging => logging.AddPlainConsole());
        await using var server = await DatabaseServer.OpenAsync(options, logs, stop, mustExist: true);
        var size = await Backup.WriteAsync(options.Backup ?? server.Owner, file, stop);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Backed up to {file} ({size:N0} bytes)."));
        return ExitCode.Done;
    }
}
