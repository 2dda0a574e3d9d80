using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LiveSop.Bot.Tests.CrossCheck;

/// <summary>A program of tests/CrossCheck as a child process. It says what it did, a line of JSON each, and stops when its input ends.</summary>
public sealed class NodeProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<JsonNode> lines = new();
    private readonly ConcurrentQueue<string> complaints = new();

    private NodeProgram(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => complaints.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <param name="slack">The Slack that the program is an app of; none for a program that is Slack itself.</param>
    public static async Task<NodeProgram> StartAsync(string script, SlackServer? slack = null)
    {
        await NodePackages.EnsureAsync();
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = NodePackages.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (slack is not null)
        {
            start.Environment["SLACK_API_URL"] = slack.Api.AbsoluteUri;
            start.Environment["SLACK_BOT_TOKEN"] = slack.BotToken;
            start.Environment["SLACK_APP_TOKEN"] = slack.AppToken;
        }
        return new NodeProgram(NodePackages.Start(start));
    }

    /// <summary>The first line, said already or still to come, that is the one.</summary>
    public async Task<JsonNode> SaysAsync(Func<JsonNode, bool> isTheOne)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(20))
        {
            // Asked before looking: what a program says last comes before its end.
            var hasEnded = process.HasExited;
            if (hasEnded) await process.WaitForExitAsync();
            if (lines.FirstOrDefault(isTheOne) is { } found) return found;
            if (hasEnded) break;
        }
        throw new InvalidOperationException($"{process.StartInfo.ArgumentList[0]} {(process.HasExited ? "ended" : "is silent")}; it said {string.Join(' ', lines)} {string.Join(' ', complaints)}");
    }

    public Task<JsonNode> HandledAsync(string what, Func<JsonNode, bool>? isTheOne = null) => SaysAsync(line => (string?)line["handled"] == what && (isTheOne?.Invoke(line) ?? true));

    /// <summary>Tells it to stop, and gives the line that it says about it.</summary>
    public Task<JsonNode> EndAsync(Func<JsonNode, bool> isTheOne)
    {
        process.StandardInput.Close();
        return SaysAsync(isTheOne);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is ['{', ..]) lines.Enqueue(JsonNode.Parse(line)!);
        else if (line is not null) complaints.Enqueue(line);
    }
}
