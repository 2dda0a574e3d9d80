using System.CommandLine;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Storage;
using LiveSop.Bot.Storage.Backups;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Cli;

/// <summary><c>livesop restore FILE</c>: what a backup holds, in an empty database, ready for the bot.</summary>
internal static class RestoreCommand
{
    public static Command Create(Terminal terminal) => Create(terminal, DatabaseSettings.OfThisProcess);

    /// <param name="options">Read when the command runs, so that bad settings do not take the help away.</param>
    public static Command Create(Terminal terminal, Func<DatabaseOptions> options)
    {
        var file = new Argument<string>("FILE") { Description = "A file that livesop backup wrote" };
        var command = new Command("restore", "Fills an empty database from a backup and makes it ready for the bot, which must not run meanwhile.") { file };
        command.SetAction(async (parsed, stop) => await RunAsync(terminal, options(), parsed.GetRequiredValue(file), stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, DatabaseOptions options, string file, CancellationToken stop)
    {
        if (OperatingSystem.IsWindows()) throw new UnusableDatabaseException("On Windows restore the database with pg_restore (docs/operations.md).");
        using var logs = LoggerFactory.Create(logging => logging.AddPlainConsole());
        await using var server = await DatabaseServer.OpenAsync(options, logs, stop);
        await Restoration.ReadAsync(server.Owner, file, stop);
        await new Schema(server.Owner, options.RoleFor(server.Owner), logs.CreateLogger<Schema>()).ApplyAsync(stop);
        terminal.Say($"Restored {file}; start the bot, and it goes on from there.");
        return ExitCode.Done;
    }
}
