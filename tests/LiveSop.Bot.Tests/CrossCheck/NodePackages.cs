using System.ComponentModel;
using System.Diagnostics;
using LiveSop.Bot.Tests.Conventions;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>What Node needs for the cross-check, installed once from the lock file.</summary>
internal static class NodePackages
{
    private const string NodeIsMissing = "The cross-check with Slack's own framework needs Node 20.18.1 or later and npm: install them (on Debian 13 the packages nodejs and npm) and run this again.";

    private static readonly Lazy<Task> Installed = new(InstallAsync);

    public static string Folder { get; } = Path.Combine(Project.Root, "tests", "CrossCheck");

    public static Task EnsureAsync() => Installed.Value;

    public static Process Start(ProcessStartInfo program)
    {
        try
        {
            return Process.Start(program)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(NodeIsMissing, missing);
        }
    }

    private static async Task InstallAsync()
    {
        // Two test runs at once would delete each other's packages.
        await using var alone = await AloneAsync();
        var (wanted, present) = (Path.Combine(Folder, "package-lock.json"), Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (File.Exists(present) && File.GetLastWriteTimeUtc(present) >= File.GetLastWriteTimeUtc(wanted)) return;
        using var npm = Start(new("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true });
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"npm ci in tests/CrossCheck failed: {string.Concat(said)}");
    }

    private static async Task<FileStream> AloneAsync()
    {
        var path = Path.Combine(Folder, ".installing");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }
}
