namespace LiveSop.Bot.Sources.Slack;

/// <summary>An export that somebody unpacked. Links are not followed: they may lead anywhere.</summary>
internal sealed class FolderFiles(string path, SizeLimits limits) : ExportFiles(path)
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 3,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    public override IReadOnlyList<string> Names { get; } = NamesIn(path);

    public override Stream Open(string name)
    {
        long bytesRead = 0;
        return new MeteredStream(InputFile.Open(System.IO.Path.Combine(Path, name)), bytes =>
        {
            if ((bytesRead += bytes) > limits.EntryBytes)
                throw new BadInputException(Shown(name), $"holds more than {limits.EntryBytes >> 20} MB; export a shorter range of dates.");
        });
    }

    protected override void Dispose(bool disposing) { }

    private static string[] NamesIn(string path)
    {
        try
        {
            return [.. Directory.EnumerateFiles(path, "*.json", Everything)
                .Select(file => System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "is a folder that cannot be listed; give the account that runs this the right to read it.",
                null, e);
        }
    }
}
