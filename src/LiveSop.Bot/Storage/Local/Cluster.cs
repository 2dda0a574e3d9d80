using System.Runtime.Versioning;

namespace LiveSop.Bot.Storage.Local;

/// <summary>PostgreSQL's own programs at work on one data folder. The caller has its turn.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Cluster(DataFolder folder, ServerAccount account, ServerPrograms programs)
{
    private const string StillDying = "pre-existing shared memory block";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes an empty cluster. One that is broken off leaves nothing that looks like one.</summary>
    public async Task InitialiseAsync(string owner, string password, CancellationToken stop)
    {
        var (unfinished, secret) = (folder.Data + ".new", Path.Combine(folder.Root, "initdb.password"));
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        await account.OwnFolderAsync(unfinished, stop);
        try
        {
            await DataFolder.WriteAloneAsync(secret, password, stop);
            await account.TakeAsync(secret, stop);
            var made = await RunAsync("initdb", ["-D", unfinished, "-U", owner, "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--locale", "C.UTF-8", "--data-checksums"], stop);
            if (made.ExitCode != 0) throw new UnusableDatabaseException($"PostgreSQL {programs.Major} could not make its data folder in {folder.Root}: {LastLine(made.Said)}");
        }
        finally
        {
            File.Delete(secret);
        }
        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), "include '../livesop.conf'\n", stop);
        Directory.Move(unfinished, folder.Data);
    }

    /// <summary>Whether a process lives that the data folder names as its server; after a crash it may be another that has its number.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken stop) =>
        (await RunAsync("pg_ctl", ["status", "-D", folder.Data], stop)).ExitCode == 0;

    /// <summary>Starts the server and waits until it answers. It is nobody's child: neither our end nor Ctrl-C in our terminal ends it.</summary>
    public async Task LaunchAsync(CancellationToken stop)
    {
        await account.OwnFolderAsync(folder.Log, stop);
        await account.OwnFolderAsync(folder.Sockets, stop);
        await WriteSettingsAsync(stop);
        for (var tries = 0; ; tries++, await Task.Delay(BetweenTries, stop))
        {
            File.Delete(folder.StartLog);
            var started = await RunAsync("pg_ctl", ["start", "-D", folder.Data, "-l", folder.StartLog, "--wait", "--timeout", "300"], stop);
            if (started.ExitCode == 0) return;
            var said = File.Exists(folder.StartLog) ? await File.ReadAllTextAsync(folder.StartLog, stop) : started.Said;
            // The children of a killed server take a moment to notice.
            if (!said.Contains(StillDying, StringComparison.Ordinal) || tries == 100)
                throw new UnusableDatabaseException($"PostgreSQL {programs.Major} did not start on {folder.Root}: {LastLine(said)} (more in {folder.Log})");
        }
    }

    /// <summary>Orderly; if that takes too long, at once, which the next start makes good.</summary>
    public async Task StopAsync()
    {
        if ((await RunAsync("pg_ctl", ["stop", "-D", folder.Data, "--mode", "fast", "--timeout", "30"], CancellationToken.None)).ExitCode != 0)
            await CrashAsync();
    }

    /// <summary>At once, as a crash does; the next start makes good what was not written.</summary>
    public Task CrashAsync() => RunAsync("pg_ctl", ["stop", "-D", folder.Data, "--mode", "immediate"], CancellationToken.None);

    /// <summary>At each start, so that a folder that was moved and a newer bot have theirs. In our own folder: the server reads it and cannot change it.</summary>
    private async Task WriteSettingsAsync(CancellationToken stop)
    {
        await File.WriteAllLinesAsync(folder.Settings, ServerSettings.For(folder.Sockets), stop);
        File.SetUnixFileMode(folder.Settings, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private Task<Shell.Outcome> RunAsync(string program, string[] arguments, CancellationToken stop) =>
        Shell.RunAsync(account.Command([programs[program], .. arguments]), folder.Root, stop);

    private static string LastLine(string said) => said.TrimEnd().Split('\n')[^1];
}
