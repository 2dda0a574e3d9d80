namespace LiveSop.Bot.Learn;

/// <summary>
/// A folder that is filled as a whole or not at all. A list in it says which files are ours: those are replaced by the next run, others never touched.
/// </summary>
internal sealed class SopFolder
{
    public const string List = "livesop-files.txt";

    private const string ListHead = "# LiveSOP wrote these files and replaces them when it runs again; others in this folder it leaves alone.";

    private readonly string path;

    private SopFolder(string path) => this.path = path;

    /// <summary>Looks whether the folder can be used, before hours of work go into filling it. Leaves nothing behind.</summary>
    /// <param name="path">It need not exist, nor its parents.</param>
    /// <exception cref="UnusableFolderException">It is a file, holds a file of somebody else's where ours would stand, or cannot be written to.</exception>
    public static SopFolder Claim(string path)
    {
        if (File.Exists(path)) throw new UnusableFolderException(path, "is a file; name a folder for --out.");
        var folder = new SopFolder(path);
        folder.Guard(() =>
        {
            folder.RefuseToReplace([SopPages.Index, SopPages.Json]);
            using var trial = File.Create(Path.Combine(folder.Nearest(), Unfinished()), 1, FileOptions.DeleteOnClose);
        });
        return folder;
    }

    /// <param name="fill">Writes into an empty folder, without folders inside.</param>
    public async Task FillAsync(Func<string, CancellationToken, Task> fill, CancellationToken cancellation)
    {
        // Beside the folder, so that it can be put in place by its name; inside one that exists, which may be a file system of its own.
        var made = Directory.Exists(path) ? null : Nearest();
        var unfinished = Path.Combine(made is null ? path : Path.GetDirectoryName(Whole)!, Unfinished());
        try
        {
            Directory.CreateDirectory(unfinished);
            await fill(unfinished, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Settle(unfinished, isNew: made is not null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UnusableFolderException.Unwritable(path, e);
        }
        finally
        {
            Clear(unfinished, made);
        }
    }

    private string Whole => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private void Settle(string unfinished, bool isNew)
    {
        string[] names = [.. Directory.EnumerateFiles(unfinished).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        if (isNew)
        {
            WriteList(unfinished, names);
            Directory.Move(unfinished, Whole);
            return;
        }
        RefuseToReplace(names);
        var earlier = Ours();
        // Whatever happens meanwhile, no file of ours is ever missing from the list.
        WriteList(path, [.. names.Union(earlier).Order(StringComparer.Ordinal)]);
        foreach (var name in names) File.Move(Path.Combine(unfinished, name), Path.Combine(path, name), overwrite: true);
        foreach (var name in earlier.Except(names)) File.Delete(Path.Combine(path, name));
        WriteList(path, names);
    }

    private void RefuseToReplace(IEnumerable<string> names)
    {
        var ours = Ours();
        if (names.FirstOrDefault(name => Path.Exists(Path.Combine(path, name)) && !ours.Contains(name)) is { } foreign)
            throw new UnusableFolderException(Path.Combine(path, foreign), "is not LiveSOP's and would be replaced; move it away, or choose another folder for --out.");
    }

    // The list is a file like any other, and somebody may have written "../" into it.
    private HashSet<string> Ours()
    {
        var list = Path.Combine(path, List);
        return File.Exists(list)
            ? [.. File.ReadLines(list).Where(line => line.Length > 0 && line[0] != '#' && line.AsSpan().IndexOfAny('/', '\\', '\0') < 0 && line is not ("." or ".."))]
            : [];
    }

    private static void WriteList(string folder, IEnumerable<string> names) =>
        File.WriteAllText(Path.Combine(folder, List), string.Join('\n', names.Prepend(ListHead)) + "\n");

    /// <summary>The folder itself, or the first above it that exists.</summary>
    private string Nearest()
    {
        var nearest = Whole;
        while (!Directory.Exists(nearest))
            nearest = File.Exists(nearest) ? throw new UnusableFolderException(path, $"is to stand in {nearest}, which is a file; name another folder for --out.") : Path.GetDirectoryName(nearest)!;
        return nearest;
    }

    private static string Unfinished() => ".livesop-unfinished-" + Path.GetRandomFileName();

    private void Guard(Action look)
    {
        try
        {
            look();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw UnusableFolderException.Unwritable(path, e);
        }
    }

    /// <summary>Takes away what is unfinished and, where nothing came of it, the parents that were made for it.</summary>
    private void Clear(string unfinished, string? stood)
    {
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        if (stood is null || Directory.Exists(Whole)) return;
        for (var parent = Path.GetDirectoryName(Whole)!; parent != stood && IsEmpty(parent); parent = Path.GetDirectoryName(parent)!)
            Directory.Delete(parent);
    }

    private static bool IsEmpty(string folder) => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any();
}
