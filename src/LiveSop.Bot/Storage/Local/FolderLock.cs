namespace LiveSop.Bot.Storage.Local;

/// <summary>A lock that a file stands for. The system lets it go when its holder ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly FileStream held;

    private FolderLock(FileStream held) => this.held = held;

    /// <summary>Waits until it is nobody else's.</summary>
    public static async Task<FolderLock> TakeAsync(string path, CancellationToken stop)
    {
        while (true)
        {
            if (TryTake(path) is { } taken) return taken;
            await Task.Delay(BetweenTries, stop);
        }
    }

    /// <summary>Null when somebody holds or shares it.</summary>
    public static FolderLock? TryTake(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Shares it with others that share it; null when somebody has taken it alone.</summary>
    public static FolderLock? TryShare(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    public void Dispose() => held.Dispose();

    private static FolderLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 0));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
