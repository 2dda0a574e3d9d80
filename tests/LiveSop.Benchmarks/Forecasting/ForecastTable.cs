using System.Globalization;

namespace LiveSop.Benchmarks.Forecasting;

/// <summary>Writes figures as a table in Markdown.</summary>
internal sealed class ForecastTable(TextWriter output)
{
    public void Write(string title, IEnumerable<IGrouping<string, PlayedForecast>> groups)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {title} | readings | calls | soundings | {string.Join(" | ", PlayedForecast.Moments.Select(moment => $"after {100 * moment:0} %"))} |"));
        output.WriteLine("| --- | --- | --- | --- |" + string.Concat(PlayedForecast.Moments.Select(_ => " --- |")));
        foreach (var group in groups) output.WriteLine(Row(group.Key, [.. group]));
        output.WriteLine();
    }

    private static string Row(string name, List<PlayedForecast> all) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {all.Count} | {Quantile(all.Select(one => (double)one.Steps), 0.5):N0} | {Quantile(all.Select(one => (double)one.Soundings), 0.5):0} | "
        + $"{string.Join(" | ", PlayedForecast.Moments.Select((_, i) => Figures([.. all.Select(one => one.Errors[i])])))} |");

    private static string Figures(List<double?> errors)
    {
        var said = errors.OfType<double>().ToList();
        if (said.Count == 0) return "says nothing";
        var off = said.ConvertAll(Math.Abs);
        var silent = said.Count == errors.Count ? "" : $", silent {100 * (errors.Count - said.Count) / errors.Count} %";
        return string.Create(CultureInfo.InvariantCulture,
            $"{100 * Quantile(off, 0.5):0} %, {100 * Quantile(off, 0.9):0} %, **{100 * off.Count(error => error <= 0.2) / off.Count} %**{silent}");
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
    }
}
