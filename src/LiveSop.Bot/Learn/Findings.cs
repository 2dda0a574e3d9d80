using System.Globalization;
using LiveSop.Domain.Sops;

namespace LiveSop.Bot.Learn;

/// <summary>What was found, in words for a person.</summary>
internal static class Findings
{
    public static string Sentence(Discoveries found)
    {
        if (found.Sops.Count > 0)
            return $"{Count(found.Sops.Count, "procedure was", "procedures were")} found in {Count(found.Incidents, "case", "cases")}; "
                + $"{Alone(found.Unassigned.Count)}.";
        var seen = found.Incidents == 0
            ? "in what was read nobody seems to solve somebody else's problem"
            : $"{Count(found.Incidents, "case", "cases")} {(found.Incidents == 1 ? "is" : "are")} too few, or too different from each other";
        return $"No procedure was found: {seen}. A procedure shows where the same kind of problem was solved again and again: "
            + "give a longer time or more channels, some dozens of solved threads of each kind.";
    }

    /// <summary>"0.93", or a dash where it was not measured.</summary>
    public static string Fitness(Sop sop) =>
        double.IsFinite(sop.Quality.Fitness) ? sop.Quality.Fitness.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    private static string Alone(int n) => n == 0 ? "every case belongs to one" : $"{Count(n, "case belongs", "cases belong")} to none";

    private static string Count(int n, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{n:N0} {(n == 1 ? one : many)}");
}
