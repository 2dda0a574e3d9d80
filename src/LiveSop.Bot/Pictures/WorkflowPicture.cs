using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LiveSop.Bot.Pictures;

/// <summary>How drawing a picture went.</summary>
internal abstract record PictureResult
{
    private PictureResult() { }

    /// <summary>The file is there.</summary>
    public sealed record Drawn(string Path) : PictureResult;

    /// <summary>Graphviz is not installed; no file was written.</summary>
    public sealed record NoGraphviz(string Advice) : PictureResult;

    /// <summary>Graphviz refused the text or took too long; no file was written.</summary>
    public sealed record Failed(string Reason) : PictureResult;
}

/// <summary>Draws a dot text with Graphviz, without a shell and with a time limit.</summary>
internal static class WorkflowPicture
{
    private const int LongestReason = 300;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <param name="path">Of the PNG; its folder exists. It is put in place only when complete.</param>
    /// <param name="program">The Graphviz program, looked for on PATH.</param>
    public static async Task<PictureResult> RenderAsync(string dot, string path, string program = "dot", CancellationToken cancellation = default)
    {
        var unfinished = path + ".part";
        using var process = new Process { StartInfo = StartInfo(program, unfinished) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new PictureResult.NoGraphviz("Graphviz is not installed, so there are no pictures; install the package 'graphviz' and a font such as DejaVu Sans.");
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await FeedAsync(process, dot, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return Settle(process.ExitCode, await errors, unfinished, path);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            File.Delete(unfinished);
            cancellation.ThrowIfCancellationRequested();
            return new PictureResult.Failed($"Graphviz took longer than {TimeLimit.TotalSeconds:0} s.");
        }
    }

    private static PictureResult Settle(int exitCode, string errors, string unfinished, string path)
    {
        if (exitCode == 0 && File.Exists(unfinished))
        {
            File.Move(unfinished, path, overwrite: true);
            return new PictureResult.Drawn(path);
        }
        File.Delete(unfinished);
        var reason = errors.Trim();
        return new PictureResult.Failed(reason.Length > LongestReason ? reason[..LongestReason] : reason);
    }

    /// <summary>When Graphviz stops reading, its exit code and errors say why.</summary>
    private static async Task FeedAsync(Process process, string dot, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync(dot.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static ProcessStartInfo StartInfo(string program, string path) => new(program, ["-Tpng", "-o", path])
    {
        RedirectStandardInput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };
}
