using System.IO.Compression;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>
/// An export as Slack made it. Nothing is ever unpacked to disk, so an escaping path could do no harm here;
/// it is refused all the same, because no export of Slack's holds one.
/// </summary>
internal sealed class ZipFiles : ExportFiles
{
    private readonly SizeLimits limits;
    private readonly long packedBytes;
    private readonly ZipArchive archive;
    private readonly SortedDictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);
    private long totalBytes;

    public ZipFiles(string path, SizeLimits limits) : base(path)
    {
        this.limits = limits;
        var stream = InputFile.Open(path);
        packedBytes = stream.Length;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            ReadEntries();
        }
        catch (InvalidDataException e)
        {
            stream.Dispose();
            throw new BadInputException(path, "is a zip that is cut off or damaged; download it again.", null, e);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
        Names = [.. entries.Keys];
    }

    public override IReadOnlyList<string> Names { get; }

    public override Stream Open(string name)
    {
        long entryBytes = 0;
        try
        {
            return new MeteredStream(entries[name].Open(), bytes => Check(name, entryBytes += bytes, totalBytes += bytes));
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw new BadInputException(Shown(name), "is damaged or packed in an unusual way; download the zip again.", null, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) archive.Dispose();
    }

    private void ReadEntries()
    {
        if (archive.Entries.Count > limits.Entries)
            throw new BadInputException(Path, $"holds more than {limits.Entries} files; this is no Slack export.");
        foreach (var entry in archive.Entries)
        {
            RefuseEscape(entry.FullName);
            if (entry.IsEncrypted) throw new BadInputException(Shown(entry.FullName), "is encrypted; give the zip as Slack made it.");
            if (entry.Length > limits.EntryBytes) throw TooLarge(entry.FullName);
            // Slack never writes a name twice, so a second one is nobody's honest data.
            if (!entry.FullName.EndsWith('/')) entries.TryAdd(entry.FullName, entry);
        }
    }

    private void RefuseEscape(string name)
    {
        var escapes = name.StartsWith('/') || name.Contains('\\') || name.Contains('\0')
            || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))
            || name.Split('/').Contains("..");
        if (escapes) throw new BadInputException(Shown(name), "is a path that leads out of the zip; give the zip as Slack made it.");
    }

    // What an entry declares can be forged, so the bytes that really come out are counted.
    private void Check(string name, long entryBytes, long total)
    {
        if (entryBytes > limits.EntryBytes || total > limits.TotalBytes) throw TooLarge(name);
        if (total > limits.RatioFloorBytes && total / limits.Ratio > packedBytes)
            throw new BadInputException(Shown(name),
                $"unpacks to more than {limits.Ratio} times the zip's size, as a zip bomb does; "
                + "unpack it yourself and give the folder if you trust it.");
    }

    private BadInputException TooLarge(string name) => new(Shown(name),
        $"unpacks to more than an export may hold ({limits.EntryBytes >> 20} MB a file, {limits.TotalBytes >> 20} MB in all); "
        + "export a shorter range of dates.");
}
