using LiveSop.Workspace;
using LiveSop.Workspace.Demo;
using LiveSop.Workspace.Screen;
using Spectre.Console;

#pragma warning disable RS0030 // The one place that hands the console on.
if (args is ["demo", ..])
{
    var console = Console.IsOutputRedirected ? SlackScreen.Plain(Console.Out, 110) : AnsiConsole.Console;
    Func<string, string?>? read = Console.IsInputRedirected || Console.IsOutputRedirected ? null : prompt =>
    {
        Console.Write(prompt);
        return Console.ReadLine();
    };
    return await DemoCommand.RunAsync(args, console, TimeProvider.System, read);
}
return WorkspaceCommand.Run(args, Console.Out, Console.Error);
#pragma warning restore RS0030
