using LiveSop.Bot.Cli;

// What livesop can do, a line each.
return await CommandLine.RunAsync(args, Terminal.OfThisProcess(),
    MineCommand.Create,
    RunCommand.Create,
    BackupCommand.Create,
    RestoreCommand.Create,
    ForgetCommand.Create);

// Otherwise the shared framework makes it public.
internal sealed partial class Program;
