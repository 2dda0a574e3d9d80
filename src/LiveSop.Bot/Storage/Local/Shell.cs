using System.ComponentModel;
using System.Diagnostics;

namespace LiveSop.Bot.Storage.Local;

/// <summary>Runs a program to its end, without a shell.</summary>
internal static class Shell
{
    /// <param name="Said">Its output and then its errors.</param>
    public sealed record Outcome(int ExitCode, string Said);

    private const int NotFound = 127;

    /// <param name="command">The program and its arguments.</param>
    /// <param name="folder">Where it works.</param>
    /// <param name="environment">What it finds there beside ours. Secrets go this way: arguments are for everybody on the machine to read.</param>
    public static async Task<Outcome> RunAsync(IReadOnlyList<string> command, string folder, CancellationToken stop, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = new Process { StartInfo = StartInfo(command, folder) };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) process.StartInfo.Environment[name] = value;
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new Outcome(NotFound, e.Message);
        }
        try
        {
            var (said, errors) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
            await process.WaitForExitAsync(stop);
            return new Outcome(process.ExitCode, await said + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo StartInfo(IReadOnlyList<string> command, string folder)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        // Whatever the caller's language: messages are searched for words, and initdb refuses a locale that the machine lacks.
        info.Environment["LC_ALL"] = "C";
        return info;
    }
}
