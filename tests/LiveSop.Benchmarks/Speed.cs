using System.Diagnostics;
using System.Text.Json;
using LiveSop.Domain.Sops;

namespace LiveSop.Benchmarks;

/// <summary><c>speed INPUT...</c>: how long reading and mining take from a cold start, and how much memory.</summary>
internal static class Speed
{
    public static async Task<int> RunAsync(string[] inputs, TextWriter output, TextWriter progress)
    {
        var watch = Stopwatch.StartNew();
        var messages = await Inputs.ReadAsync(inputs);
        var read = watch.Elapsed.TotalSeconds;
        var found = SopMiner.Mine(messages, step => progress.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s {step}"));
        var all = watch.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        output.WriteLine(JsonSerializer.Serialize(new
        {
            messages = messages.Count,
            sops = found.Sops.Count,
            readSeconds = Math.Round(read, 2),
            mineSeconds = Math.Round(all - read, 2),
            messagesPerSecond = Math.Round(messages.Count / all),
            peakMegabytes = process.PeakWorkingSet64 >> 20,
        }));
        return 0;
    }
}
