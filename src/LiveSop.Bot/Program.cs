using LiveSop.Bot.Cli;

// What livesop can do, a line each.
return await CommandLine.RunAsync(args, Terminal.OfThisProcess(),
    ConnectCommand.Create,
    DoctorCommand.Create,
    RunCommand.Create,
    HealthCommand.Create,
    BackupCommand.Create,
    RestoreCommand.Create,
    ForgetCommand.Create,
    MineCommand.Create);

// Otherwise the shared framework makes it public.
internal sealed partial class Program;
