using System.Diagnostics;

namespace LiveSop.Benchmarks.Load;

/// <summary>Whoever receives the load, in a process of its own.</summary>
internal abstract class Listener(Process process, StreamWriter log) : IAsyncDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(20);

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <summary>What it has acknowledged and not yet handled.</summary>
    public abstract Task<long> BacklogAsync(CancellationToken stop);

    /// <summary>Of its database server; null where it has none.</summary>
    public abstract int? DatabaseServer { get; }

    public virtual async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await EndAsync();
        process.Dispose();
        await log.DisposeAsync();
    }

    /// <param name="log">Where everything goes that it prints.</param>
    protected static (Process Process, StreamWriter Log) Start(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, string log)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        var writer = new StreamWriter(log) { AutoFlush = true };
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Write(writer, line.Data);
        process.ErrorDataReceived += (_, line) => Write(writer, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return (process, writer);
    }

    private static void Write(StreamWriter writer, string? line)
    {
        lock (writer)
            if (line is not null && writer.BaseStream.CanWrite) writer.WriteLine(line);
    }

    // As a person would: Ctrl-C for the bot, the end of its input for the other.
    private async Task EndAsync()
    {
        process.StandardInput.Close();
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        using var limit = new CancellationTokenSource(Goodbye);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
