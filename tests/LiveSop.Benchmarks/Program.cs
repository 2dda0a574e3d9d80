using LiveSop.Benchmarks;

#pragma warning disable RS0030 // The one place that hands the console on.
var (output, progress) = (Console.Out, Console.Error);
#pragma warning restore RS0030

switch (args)
{
    case ["discover", _, ..]:
        return Discover.Run(args[1..], output, progress);
    default:
        progress.WriteLine("bench discover LOG.csv [--quality] [--time] [--noise N]");
        return 2;
}
