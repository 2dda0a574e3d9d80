using LiveSop.Workspace;

#pragma warning disable RS0030 // The one place that hands the console on, as writers.
return WorkspaceCommand.Run(args, Console.Out, Console.Error);
#pragma warning restore RS0030
