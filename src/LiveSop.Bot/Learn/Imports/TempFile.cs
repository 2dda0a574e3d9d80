using System.Text;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>A file that somebody gave, on the disk as long as it is read, under the name that they gave it: mining names its rows by it.</summary>
internal sealed class TempFile : IDisposable
{
    private const int LongestName = 100;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("livesop-file-");

    private TempFile(string name) => Path = System.IO.Path.Combine(folder.FullName, name);

    public string Path { get; }

    public static async Task<TempFile> WriteAsync(string name, byte[] content, CancellationToken stop)
    {
        var file = new TempFile(Safe(name));
        await File.WriteAllBytesAsync(file.Path, content, stop);
        return file;
    }

    /// <summary>Names are written by others: nothing of a path, nothing that a terminal obeys.</summary>
    public static string Safe(string? name)
    {
        var safe = new StringBuilder();
        foreach (var c in (name ?? "").Trim().TrimStart('.'))
            if (safe.Length < LongestName) safe.Append(char.IsControl(c) || char.IsSurrogate(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '-' : c);
        return safe.Length == 0 ? "file" : safe.ToString();
    }

    /// <summary>What was said of the file, without the folder in which it lay.</summary>
    public string Bare(string sentence) => sentence.Replace(folder.FullName + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);
}
