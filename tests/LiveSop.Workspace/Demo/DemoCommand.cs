using Spectre.Console;

namespace LiveSop.Workspace.Demo;

/// <summary><c>demo --bot livesop.dll --log FILE</c>: a morning at the simulated company; on a terminal, whoever watches plays on.</summary>
internal static class DemoCommand
{
    private const int Seed = 1;

    /// <param name="read">Asks for a line; null where nobody is there to be asked.</param>
    /// <returns>0, or 1 where the bot did not do its part.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, IAnsiConsole console, TimeProvider clock, Func<string, string?>? read)
    {
        if (arguments is not ["demo", "--bot", var program, "--log", var log]) return 2;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(log))!);
            console.WriteLine("Starting Tarnbrook's Slack (simulated, on this machine), the bot, and its PostgreSQL …");
            await using var stage = await Stage.SetAsync(Seed, clock);
            await stage.RunBotAsync(program, log);
            var bill = new Playbill(stage.Workspace, console);
            await new Morning(stage, bill).PlayAsync();
            if (read is not null) await new Improvisation(stage, bill, read).PlayAsync();
            console.WriteLine($"That was the morning. The bot's own log is in {log}.");
            return 0;
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            console.WriteLine(e.Message);
            return 1;
        }
    }
}
