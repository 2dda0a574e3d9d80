using System.Runtime.Versioning;
using LiveSop.Bot.Storage.Local;

namespace LiveSop.Bot.Storage.Backups;

/// <summary><c>pg_dump</c> and <c>pg_restore</c> of one major version on this machine. They come with a server, and alone in PostgreSQL's client package.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed record ClientPrograms(string Folder, int Major)
{
    /// <summary>Those that a server of this version obeys, nearest version first: older ones refuse it, and much newer ones write what it does not know.</summary>
    /// <exception cref="UnusableDatabaseException">There are none.</exception>
    public static async Task<IReadOnlyList<ClientPrograms>> ForAsync(int server, CancellationToken stop)
    {
        var found = new List<ClientPrograms>();
        foreach (var folder in await ServerPrograms.FoldersAsync(["pg_dump", "pg_restore"], stop))
            if (await ServerPrograms.MajorAsync(Path.Combine(folder, "pg_dump"), stop) is { } major && major >= server)
                found.Add(new ClientPrograms(folder, major));
        return found.Count > 0 ? [.. found.OrderBy(one => one.Major)] : throw new UnusableDatabaseException(
            $"pg_dump and pg_restore of PostgreSQL {server} or later are not here; install the package postgresql-client-{server}, or run this where the server is.");
    }

    /// <param name="address">Where they connect, as <see cref="LibpqAddress"/> says it.</param>
    public Task<Shell.Outcome> RunAsync(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> address, CancellationToken stop) =>
        Shell.RunAsync([Path.Combine(Folder, program), .. arguments], "/", stop, address);
}
