using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace LiveSop.Bot.Storage.Local;

/// <summary>PostgreSQL's programs of one major version on this machine.</summary>
/// <param name="Folder">Holds <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>.</param>
/// <param name="HasVectors">pgvector's files were found beside them. Where a system keeps them elsewhere it is false, and the server itself knows.</param>
[UnsupportedOSPlatform("windows")]
internal sealed partial record ServerPrograms(string Folder, int Major, bool HasVectors)
{
    // Debian and Ubuntu; Red Hat; from source; Homebrew on either processor.
    private static readonly (string Folder, string Pattern, string Programs)[] usual =
    [
        ("/usr/lib/postgresql", "*", "bin"), ("/usr", "pgsql-*", "bin"), ("/usr/local", "pgsql*", "bin"),
        ("/opt/homebrew/opt", "postgresql@*", "bin"), ("/usr/local/opt", "postgresql@*", "bin"),
    ];

    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>All that are here: those with pgvector first, then the newest.</summary>
    public static async Task<IReadOnlyList<ServerPrograms>> FindAsync(CancellationToken stop)
    {
        var found = new List<ServerPrograms>();
        foreach (var folder in await FoldersAsync(["postgres", "initdb"], stop))
            if (await MajorAsync(Path.Combine(folder, "postgres"), stop) is { } major)
                found.Add(new ServerPrograms(folder, major, Shares(folder, major).Any(share => File.Exists(Path.Combine(share, "extension", "vector.control")))));
        return [.. found.OrderByDescending(one => one.HasVectors).ThenByDescending(one => one.Major)];
    }

    /// <summary>Those of the version that wrote the data; for a new folder the first found.</summary>
    /// <exception cref="UnusableDatabaseException">There are none.</exception>
    public static ServerPrograms Choose(IReadOnlyList<ServerPrograms> found, DataFolder folder)
    {
        if (found.Count == 0)
            throw new UnusableDatabaseException("PostgreSQL is not installed; install it with pgvector (./livesop does on Debian), or give a server in ConnectionStrings:LiveSop.");
        if (folder.Major is not { } major) return found[0];
        return found.FirstOrDefault(one => one.Major == major) ?? throw new UnusableDatabaseException(
            $"The data in {folder.Root} is of PostgreSQL {major} and this machine has {string.Join(", ", found.Select(one => one.Major))}; install PostgreSQL {major} with pgvector, or restore a backup into another folder (docs/operations.md).");
    }

    /// <summary>The folders that hold all of these programs.</summary>
    internal static async Task<IEnumerable<string>> FoldersAsync(IReadOnlyList<string> programs, CancellationToken stop)
    {
        var folders = usual.Where(place => Directory.Exists(place.Folder))
            .SelectMany(place => Directory.GetDirectories(place.Folder, place.Pattern).Select(folder => Path.Combine(folder, place.Programs)));
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_config")));
        if (onPath is not null && await Shell.RunAsync([Path.Combine(onPath, "pg_config"), "--bindir"], "/", stop) is { ExitCode: 0 } told)
            folders = folders.Append(told.Said.Trim());
        return folders.Distinct(StringComparer.Ordinal).Where(folder => programs.All(program => File.Exists(Path.Combine(folder, program))));
    }

    /// <summary>Of which major version a program is; null where it does not say.</summary>
    internal static async Task<int?> MajorAsync(string program, CancellationToken stop)
    {
        var told = await Shell.RunAsync([program, "--version"], "/", stop);
        return FirstNumber().Match(told.Said) is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    private static string[] Shares(string folder, int major) =>
    [
        $"/usr/share/postgresql/{major}",
        Path.Combine(folder, "..", "share"),
        Path.Combine(folder, "..", "share", "postgresql"),
        Path.Combine(folder, "..", "share", $"postgresql@{major}"),
    ];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex FirstNumber();
}
