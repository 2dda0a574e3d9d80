using System.Runtime.InteropServices;
using LiveSop.Workspace;
using LiveSop.Workspace.Demo;
using LiveSop.Workspace.Screen;
using Spectre.Console;

#pragma warning disable RS0030 // The one place that hands the console on.
if (args is ["demo", ..])
{
    var console = Console.IsOutputRedirected ? SlackScreen.Plain(Console.Out, 110) : AnsiConsole.Console;
    return await DemoCommand.RunAsync(args, console, TimeProvider.System, Reader());
}
if (args is ["slack", ..])
{
    var console = Console.IsOutputRedirected ? SlackScreen.Plain(Console.Out, 110) : AnsiConsole.Console;
    using var stop = new CancellationTokenSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    return await SlackCommand.RunAsync(args, console, TimeProvider.System, Reader(), stop.Token);

    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stop.Cancel();
    }
}
return WorkspaceCommand.Run(args, Console.Out, Console.Error);

// Null where nobody sits at a terminal.
static Func<string, string?>? Reader() => Console.IsInputRedirected || Console.IsOutputRedirected ? null : prompt =>
{
    Console.Write(prompt);
    return Console.ReadLine();
};
#pragma warning restore RS0030
