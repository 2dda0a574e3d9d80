using System.Globalization;

/// <summary>
/// Runs in the measured bot's process, by <c>DOTNET_STARTUP_HOOKS</c>, so that the bot itself needs nothing for being measured: writes a line a second
/// about its memory into the file that <c>LIVESOP_VITALS</c> names. .NET wants it to be called so, and in no namespace.
/// </summary>
internal static class StartupHook
{
    public const string File = "LIVESOP_VITALS";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(File) is { Length: > 0 } path) _ = WriteAsync(path);
    }

    private static async Task WriteAsync(string path)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do await System.IO.File.AppendAllTextAsync(path, Line());
        while (await timer.WaitForNextTickAsync());
    }

    // Bytes of the heap after its last collection, bytes ever allocated, collections of each generation, milliseconds of pauses.
    private static string Line() => string.Create(CultureInfo.InvariantCulture,
        $"{GC.GetGCMemoryInfo().HeapSizeBytes} {GC.GetTotalAllocatedBytes()} {GC.CollectionCount(0)} {GC.CollectionCount(1)} {GC.CollectionCount(2)} {GC.GetTotalPauseDuration().TotalMilliseconds:0}\n");
}
