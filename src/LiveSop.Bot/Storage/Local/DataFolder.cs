using System.Globalization;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace LiveSop.Bot.Storage.Local;

/// <summary>Where a private server keeps everything: its data, its log, its owner's password, the locks of the bots that share it.</summary>
/// <param name="Root">A full path; ours, and the server's account may pass.</param>
[UnsupportedOSPlatform("windows")]
internal sealed record DataFolder(string Root)
{
    // What the kernel allows a socket's name, less the name PostgreSQL gives it and the byte that ends it.
    private const int LongestSocketFolder = 107 - 15;

    private const UnixFileMode OursAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="given">Relative to where the bot was started; null: <c>out/postgres</c> there, or where the server's account cannot go there, a place of its own.</param>
    public static DataFolder Of(string? given, ServerAccount account)
    {
        var here = Path.GetFullPath(given ?? Path.Combine("out", "postgres"));
        return new DataFolder(given is not null || account.Reaches(here) ? here : $"/var/lib/livesop/{ShortName(here)}");
    }

    public string Data => Path.Combine(Root, "data");

    /// <summary>How the server is set; its own configuration includes this file.</summary>
    public string Settings => Path.Combine(Root, "livesop.conf");

    /// <summary>The server's log, a file for each day of the week.</summary>
    public string Log => Path.Combine(Root, "log");

    /// <summary>What the server said on its last start.</summary>
    public string StartLog => Path.Combine(Log, "start.log");

    /// <summary>Held by whoever starts or stops the server.</summary>
    public string TurnLock => Path.Combine(Root, "turn.lock");

    /// <summary>Shared by every bot that uses the server.</summary>
    public string UseLock => Path.Combine(Root, "use.lock");

    /// <summary>Of the socket. A path too long for a socket has a short stand-in, found again from the path.</summary>
    public string Sockets
    {
        get
        {
            var own = Path.Combine(Root, "run");
            if (Encoding.UTF8.GetByteCount(own) <= LongestSocketFolder) return own;
            // Where root is, nobody else may make folders: others cannot be there first.
            return Environment.IsPrivilegedProcess && Directory.Exists("/run") ? $"/run/livesop-{ShortName(Root)}" : $"/tmp/livesop-{ShortName(Root)}";
        }
    }

    /// <summary>The major version that wrote the data; null where there is none yet.</summary>
    public int? Major =>
        File.Exists(Path.Combine(Data, "PG_VERSION")) ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture) : null;

    /// <summary>The owner's password, made at the first call. Readable to us alone.</summary>
    /// <exception cref="UnusableDatabaseException">There is data, and its password is lost.</exception>
    public async Task<string> PasswordAsync(CancellationToken stop)
    {
        var path = Path.Combine(Root, "owner.password");
        if (File.Exists(path)) return (await File.ReadAllTextAsync(path, stop)).Trim();
        if (Major is not null) throw new UnusableDatabaseException($"{path} is missing, and nobody enters the data beside it without; put it back from where you keep a copy.");
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await WriteAloneAsync(path + ".part", password, stop);
        File.Move(path + ".part", path);
        return password;
    }

    /// <summary>Writes a file that from its first byte nobody else can read.</summary>
    public static async Task WriteAloneAsync(string path, string content, CancellationToken stop)
    {
        File.Delete(path);
        await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OursAlone });
        await file.WriteAsync(Encoding.UTF8.GetBytes(content), stop);
    }

    private static string ShortName(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 8));
}
