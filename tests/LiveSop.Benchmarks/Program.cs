using LiveSop.Benchmarks;
using LiveSop.Benchmarks.Answering;
using LiveSop.Benchmarks.Drifting;
using LiveSop.Benchmarks.Forecasting;
using LiveSop.Benchmarks.Load;
using LiveSop.Benchmarks.Matching;
using LiveSop.Benchmarks.Past;
using LiveSop.Benchmarks.Recalling;
using LiveSop.Bot.Sources;

#pragma warning disable RS0030 // The one place that hands the console on.
var (output, progress) = (Console.Out, Console.Error);
#pragma warning restore RS0030

const string Usage = """
    bench discover LOG.csv [--quality] [--time] [--noise N]   the process tree of an event log, or its fitness and precision
    bench speed INPUT...                                      seconds and memory to read and mine
    bench past [--messages N] [--folder DIR]                  the bot reads a channel's past from a simulated Slack that has no rate limits
    bench load [--rate N] [--seconds N] [--channels N] [--mentions SHARE] [--warm-up N] [--max] [--bolt] [--folder DIR]
                                                              the bot, or Slack's own framework, under the load of a simulated Slack
    bench forecast [--channels N] [--seed N]                  how far the estimate of a reading's time is from the truth
    bench drift [--streams N] [--still N] [--seed N]          how soon a team's new way of working is found, and how often one that is none
    bench match --train T.csv --calibrate V.csv --test X.csv --out PRED.csv [--unrelated-share S]
                                                              which class each message is of, how sure that is, and whether it is accepted
    bench learn [--kinds N] [--cases N]                       how long a recogniser learns anew, and how fast it recognises meanwhile
    bench answer [--rate N] [--seconds N] [--warm-up N] [--channels N] [--incidents N] [--kinds N] [--learn-every N] [--folder DIR]
                                                              how long after a request the bot's card stands in its thread
    bench recall --issues I.csv --queries D.csv --out PRED.csv
                                                              which issues are most like each of the queries
    bench search [--incidents N] [--queries N]                how long a search among many incidents takes, under row security, and what it misses
    bench weeks [--seeds N] [--seed N]                        the same in the talk of the invented company, which changes its way in a second week
    """;

try
{
    switch (args)
    {
        case ["discover", _, ..]:
            return await Discover.RunAsync(args[1..], output, progress);
        case ["speed", _, ..]:
            return await Speed.RunAsync(args[1..], output, progress);
        case ["past", ..]:
            return await PastBench.RunAsync(args[1..], output, progress);
        case ["load", ..]:
            return await LoadBench.RunAsync(args[1..], output, progress);
        case ["forecast", ..]:
            return ForecastBench.Run(args[1..], output);
        case ["drift", ..]:
            return DriftBench.Run(args[1..], output);
        case ["match", ..]:
            return await MatchBench.RunAsync(args[1..], output, progress);
        case ["learn", ..]:
            return LearnBench.Run(args[1..], output, progress);
        case ["answer", ..]:
            return await AnswerBench.RunAsync(args[1..], output, progress);
        case ["recall", ..]:
            return await RecallBench.RunAsync(args[1..], output, progress);
        case ["search", ..]:
            return await SearchBench.RunAsync(args[1..], output, progress);
        case ["weeks", ..]:
            return WeeksBench.Run(args[1..], output);
        default:
            progress.WriteLine(Usage);
            return 2;
    }
}
catch (Exception bad) when (bad is BadInputException or LoadException)
{
    progress.WriteLine(bad.Message);
    return 2;
}
