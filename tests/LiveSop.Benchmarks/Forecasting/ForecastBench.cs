using System.Globalization;
using LiveSop.Workspace;

namespace LiveSop.Benchmarks.Forecasting;

/// <summary>
/// <c>forecast [--channels N] [--seed N]</c>: how far the forecast of a reading's time is from the truth, after 2, 10 and 50 % of the work, over N channels of each shape and size
/// and the channels of the generated company.
/// </summary>
internal static class ForecastBench
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 14, 20, 0, TimeSpan.Zero);
    private static readonly int[] Sizes = [300, 1000, 3000, 10_000, 50_000];
    private static readonly int[] Companies = [400, 1200, 5000];

    public static int Run(string[] args, TextWriter output)
    {
        var (each, seed) = (Option(args, "--channels", 10), Option(args, "--seed", 1));
        var table = new ForecastTable(output);
        foreach (var (tier, page) in new[] { ("reduced tier", 15), ("normal tier", 200) })
        {
            var invented = Invented(each, seed).AsParallel().AsOrdered().Select(trial => (trial.Size, Result: PlayedForecast.Of(trial.Make(), page))).ToList();
            table.Write($"{tier}, messages in the year", invented.GroupBy(trial => trial.Size.ToString("N0", CultureInfo.InvariantCulture), trial => trial.Result));
            table.Write($"{tier}, 1,000 messages and more", invented.Where(trial => trial.Size >= 1000).GroupBy(trial => trial.Result.Kind, trial => trial.Result));
            table.Write($"{tier}, 1,000 messages and more", invented.Where(trial => trial.Size >= 1000).GroupBy(_ => "all together", trial => trial.Result));
            table.Write($"{tier}, incidents of the generated company", Companies.SelectMany(size => Enumerable.Range(seed, each).SelectMany(company => CompanyChannels.Of(company, size))
                .Select(channel => (size, Result: PlayedForecast.Of(channel, page)))).GroupBy(trial => trial.size.ToString("N0", CultureInfo.InvariantCulture), trial => trial.Result));
        }
        return 0;
    }

    private static IEnumerable<(int Size, Func<PastChannel> Make)> Invented(int each, int seed) =>
        from size in Sizes
        from shape in Shape.All
        from i in Enumerable.Range(0, each)
        select (size, (Func<PastChannel>)(() => shape.Channel(size, Now, new Dice((ulong)seed).Fork($"{shape.Kind} {size}", i))));

    private static int Option(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
