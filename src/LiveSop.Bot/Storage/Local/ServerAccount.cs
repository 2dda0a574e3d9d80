using System.Runtime.Versioning;

namespace LiveSop.Bot.Storage.Local;

/// <summary>As whom the server runs: as we do, except that PostgreSQL refuses root. Root hands it to an account without rights.</summary>
/// <param name="Name">Null for our own.</param>
[UnsupportedOSPlatform("windows")]
internal sealed record ServerAccount(string? Name)
{
    private static readonly string[] candidates = ["postgres", "nobody"];

    public static ServerAccount OfThisProcess() => new(Environment.IsPrivilegedProcess ? candidates.First(IsKnown) : null);

    /// <summary>The command as this account runs it.</summary>
    public IReadOnlyList<string> Command(params string[] command) =>
        Name is null ? command : ["setpriv", $"--reuid={Name}", $"--regid={Group}", "--clear-groups", .. command];

    /// <summary>Makes a folder that only this account enters. The file system may hold it already, but not as a link to elsewhere.</summary>
    public async Task OwnFolderAsync(string path, CancellationToken stop)
    {
        var folder = Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (folder.LinkTarget is not null) throw new UnusableDatabaseException($"{path} is a link; remove it.");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await TakeAsync(path, stop);
    }

    /// <summary>Gives it a file or folder that we made.</summary>
    public async Task TakeAsync(string path, CancellationToken stop)
    {
        if (Name is null) return;
        var taken = await Shell.RunAsync(["chown", $"{Name}:{Group}", path], "/", stop);
        if (taken.ExitCode != 0) throw new UnusableDatabaseException($"{path} could not be given to the account {Name} that PostgreSQL runs as ({taken.Said.Trim()}).");
    }

    /// <summary>Whether it can go into the folder: every folder above lets others pass.</summary>
    public bool Reaches(string folder)
    {
        if (Name is null) return true;
        for (var above = Path.GetDirectoryName(Path.GetFullPath(folder)); above is not null; above = Path.GetDirectoryName(above))
            if (Directory.Exists(above) && !File.GetUnixFileMode(above).HasFlag(UnixFileMode.OtherExecute)) return false;
        return true;
    }

    private string Group => Name == "nobody" && !IsGroup("nobody") ? "nogroup" : Name!;

    private static bool IsKnown(string name) => IsIn("/etc/passwd", name);

    private static bool IsGroup(string name) => IsIn("/etc/group", name);

    private static bool IsIn(string file, string name) => File.ReadLines(file).Any(line => line.StartsWith(name + ':', StringComparison.Ordinal));
}
