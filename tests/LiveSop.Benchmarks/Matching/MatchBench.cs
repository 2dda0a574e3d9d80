using System.Diagnostics;
using System.Globalization;
using LiveSop.Bot.Sources;
using LiveSop.Domain.Matching;
using LiveSop.Domain.Memory;

namespace LiveSop.Benchmarks.Matching;

/// <summary><c>match --train T.csv --calibrate V.csv --test X.csv --out PRED.csv [--unrelated-share S]</c>: which class each message is of, how sure that is, and whether it is accepted.</summary>
internal static class MatchBench
{
    private const double UsualShare = 0.2;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        var (examples, judges, asked) = (await Labelled.ReadAsync(Option(args, "--train")), await Labelled.ReadAsync(Option(args, "--calibrate")), await Labelled.ReadAsync(Option(args, "--test")));
        var classes = examples.Where(one => !one.IsOutside).Select(one => one.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        var numbers = classes.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);

        var watch = Stopwatch.StartNew();
        var classifier = Classifier.Train([.. examples.Where(one => !one.IsOutside).Select(one => (one.Text, numbers[one.Label]))], classes.Count, WordVectors.Shipped, [.. examples.Where(one => one.IsOutside).Select(one => one.Text)]);
        progress.WriteLine($"{examples.Count} examples of {classes.Count} classes: trained in {watch.Elapsed.TotalSeconds:0.00} s");
        var calibration = Calibration.Of(Judged(classifier, judges, classes, Share(args)), Precision.Usual);
        watch.Restart();
        var guesses = asked.ConvertAll(one => classifier.Guess(one.Text));
        progress.WriteLine($"{asked.Count / watch.Elapsed.TotalSeconds:0} messages a second, accepted from {calibration.Threshold:0.000} on");

        var target = Path.GetFullPath(Option(args, "--out"));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await using var file = new StreamWriter(target);
        await file.WriteLineAsync("row,label,confidence,decision");
        foreach (var (row, guess) in guesses.Index())
            await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{row},{classes[guess.Class]},{calibration.Confidence(guess.Signals):0.0000},{(calibration.Accepts(guess.Signals) ? "accept" : "abstain")}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{asked.Count} messages, {guesses.Count(guess => calibration.Accepts(guess.Signals))} accepted"));
        return 0;
    }

    /// <summary>Unrelated traffic is made to be that share of all.</summary>
    private static List<Judged> Judged(Classifier classifier, List<Labelled> judges, List<string> classes, double share)
    {
        var outside = judges.Count(one => one.IsOutside);
        var weight = outside == 0 ? 1 : share / (1 - share) * (judges.Count - outside) / outside;
        return judges.ConvertAll(one => classifier.Guess(one.Text) is var guess ? new Judged(guess.Signals, classes[guess.Class] == one.Label, one.IsOutside ? weight : 1) : default);
    }

    private static double Share(string[] args) => Array.IndexOf(args, "--unrelated-share") is >= 0 and var at && at + 1 < args.Length
        ? double.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var share) && share is >= 0 and < 1 ? share : throw new BadInputException("--unrelated-share", "is a share from 0 to less than 1.")
        : UsualShare;

    private static string Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : throw new BadInputException(name, "is missing; it names a file.");
}
