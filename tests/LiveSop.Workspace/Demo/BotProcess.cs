using System.Diagnostics;

namespace LiveSop.Workspace.Demo;

/// <summary>The real bot, as a process of its own. What it logs goes to a file.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    /// <summary>The bot promises to be gone within ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process process;
    private readonly StreamWriter log;

    private BotProcess(Process process, StreamWriter log) => (this.process, this.log) = (process, log);

    public bool HasEnded => process.HasExited;

    /// <param name="program">The bot's <c>livesop.dll</c>.</param>
    public static BotProcess Start(string program, string logFile, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [program, "run"]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var log = new StreamWriter(logFile, append: false) { AutoFlush = true };
        var bot = new BotProcess(new Process { StartInfo = start }, log);
        bot.process.OutputDataReceived += (_, line) => bot.Write(line.Data);
        bot.process.ErrorDataReceived += (_, line) => bot.Write(line.Data);
        bot.process.Start();
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Asks it to end as a terminal would, and after a while ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var ask = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await ask.WaitForExitAsync();
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }
        process.Dispose();
        lock (log) log.Dispose();
    }

    private void Write(string? line)
    {
        if (line is null) return;
        lock (log)
            if (log.BaseStream is { CanWrite: true }) log.WriteLine(line);
    }
}
