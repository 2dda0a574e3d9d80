using System.Globalization;

namespace LiveSop.Benchmarks.Load;

/// <summary>What Linux tells of processes, in <c>/proc</c>.</summary>
internal static class Proc
{
    /// <summary>Of <c>USER_HZ</c>, which is 100 on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Resident megabytes; 0 where the process is gone.</summary>
    public static double Megabytes(int process) =>
        Read($"/proc/{process}/statm") is { } line ? long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize / 1e6 : 0;

    /// <summary>Processor seconds of the process alone.</summary>
    public static double Seconds(int process) => Of(process)?.Own ?? 0;

    /// <summary>Processor seconds of the process and of its children, those that ended included.</summary>
    public static double SecondsOfFamily(int process) => Of(process) is { } root ? root.Own + root.Ended + Children(process) : 0;

    private static double Children(int process) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Of(id) : null)
        .Sum(stat => stat?.Parent == process ? stat.Own : 0);

    // After the name in brackets, which may hold anything: state, parent, … 11: own ticks in user and system mode, 13: those of ended children.
    private static Stat? Of(int process)
    {
        if (Read($"/proc/{process}/stat") is not { } line) return null;
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        double Seconds(int first) => (Number(fields[first]) + Number(fields[first + 1])) / TicksPerSecond;
        return new Stat((int)Number(fields[1]), Seconds(11), Seconds(13));
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Stat(int Parent, double Own, double Ended);
}
