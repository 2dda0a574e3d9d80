using System.CommandLine;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Storage;
using Microsoft.Extensions.Logging;

namespace LiveSop.Bot.Cli;

/// <summary><c>livesop run</c>: the bot, until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("run", "Runs the bot: connects to the workspaces whose tokens stand in the environment or in livesop.env, until it is stopped.");
        command.SetAction(async (_, stop) => await RunAsync(terminal, stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, CancellationToken stop)
    {
        var environment = BotEnvironment.OfThisProcess();
        var settings = Settings.OfThisProgram().With(environment);
        var tokens = new TokenSource(environment);
        var workspaces = tokens.Read();
        using var logs = LoggerFactory.Create(logging => logging.AddLogs(settings.Logging));
        await using var source = await DatabaseSource.OpenAsync(settings.DatabaseOptions(environment), logs, stop);
        using var host = BotHost.Build(settings, workspaces, source.Database, new Surroundings(name => tokens.Read().FirstOrDefault(one => one.Name == name), environment) { TablesOwner = source.Owner });
        if (await HostRun.UntilStoppedAsync(host, stop) is not HostEnd.Broken broken) return ExitCode.Done;
        terminal.Remark(broken.Sentence);
        return ExitCode.Fault;
    }
}
