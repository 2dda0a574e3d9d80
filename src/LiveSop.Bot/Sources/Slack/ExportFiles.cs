namespace LiveSop.Bot.Sources.Slack;

/// <summary>The files of a Slack export, zipped or unpacked. Names are relative, with <c>/</c> between folders.</summary>
internal abstract class ExportFiles(string path) : IDisposable
{
    public string Path { get; } = path;

    /// <summary>In ordinal order.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>How a refusal names one file of the export.</summary>
    public string Shown(string name) => $"{Path} ({name})";

    public abstract Stream Open(string name);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
