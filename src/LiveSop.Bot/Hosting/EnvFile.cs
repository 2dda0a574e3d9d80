using LiveSop.Bot.Cli;

namespace LiveSop.Bot.Hosting;

/// <summary>A file of <c>NAME=value</c> lines that its owner alone can read: the place of secrets that the environment does not hold.</summary>
internal static class EnvFile
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Lines that begin with <c>#</c> are comments; quotes around a value are none of it.</summary>
    /// <exception cref="BadSettingException">It cannot be read, others can read it, or a line is no setting.</exception>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new BadSettingException($"{path} holds secrets, and others can read it; run chmod 600 {path}.");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (line, number) in Lines(path).Select((line, index) => (line.Trim(), index + 1)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            values[NameIn(line) ?? throw new BadSettingException($"{path}, line {number}, is no setting; write NAME=value.")] = Unquoted(line[(line.IndexOf('=') + 1)..].Trim());
        }
        return values;
    }

    /// <summary>Puts values into the file and leaves its other lines as they are. It is there whole or not at all, and from its first byte nobody else can read it.</summary>
    /// <exception cref="BadSettingException">It cannot be written.</exception>
    public static async Task SetAsync(string path, IReadOnlyDictionary<string, string> values, CancellationToken stop)
    {
        var target = Path.GetFullPath(File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path);
        var lines = File.Exists(target) ? Lines(target).ToList() : [];
        foreach (var (name, value) in values)
        {
            lines.RemoveAll(line => NameIn(line.Trim()) == name);
            lines.Add($"{name}={value}");
        }
        try
        {
            await ReplaceAsync(target, lines, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException($"{path} cannot be written ({e.Message.TrimEnd('.')}); give the right to write there, or name another file with --env-file.", e);
        }
    }

    private static async Task ReplaceAsync(string target, IEnumerable<string> lines, CancellationToken stop)
    {
        var unfinished = target + ".part";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersAlone;
        await using (var file = new FileStream(unfinished, options))
        {
            await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), stop);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, target, overwrite: true);
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException($"{path} cannot be read; give the account that runs this the right to.", e);
        }
    }

    /// <summary>As a shell would have it, an <c>export</c> before it allowed; null where the line sets nothing.</summary>
    private static string? NameIn(string line)
    {
        if (line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals)) return null;
        var name = line[..equals].Trim();
        if (name.StartsWith("export ", StringComparison.Ordinal)) name = name[7..].Trim();
        return name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or ':' or '.') ? name : null;
    }

    private static string Unquoted(string value) => value.Length >= 2 && value[0] is ('"' or '\'') && value[^1] == value[0] ? value[1..^1] : value;
}
