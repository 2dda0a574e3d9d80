using LiveSop.Benchmarks;
using LiveSop.Bot.Sources;

#pragma warning disable RS0030 // The one place that hands the console on.
var (output, progress) = (Console.Out, Console.Error);
#pragma warning restore RS0030

const string Usage = """
    bench discover LOG.csv [--quality] [--time] [--noise N]   the process tree of an event log, or its fitness and precision
    bench speed INPUT...                                      seconds and memory to read and mine
    """;

try
{
    switch (args)
    {
        case ["discover", _, ..]:
            return await Discover.RunAsync(args[1..], output, progress);
        case ["speed", _, ..]:
            return await Speed.RunAsync(args[1..], output, progress);
        default:
            progress.WriteLine(Usage);
            return 2;
    }
}
catch (BadInputException bad)
{
    progress.WriteLine(bad.Message);
    return 2;
}
