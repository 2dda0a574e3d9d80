using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace LiveSop.Bot.Tests.World;

/// <summary>The bot as people run it: <c>livesop run</c> in a process of its own, which can be killed. It ends with the test process, however that ends.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    /// <summary>Kills the process when our end of the pipe closes without a word.</summary>
    private const string Watch = """read _ || kill -KILL "$1" 2>/dev/null""";

    private readonly Process process;
    private readonly Process watcher;
    private readonly ConcurrentQueue<string> said = new();

    private BotProcess(ProcessStartInfo command)
    {
        process = new Process { StartInfo = command };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        watcher = Process.Start(new ProcessStartInfo("sh", ["-c", Watch, "watch", process.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardInput = true })!;
    }

    /// <summary>What it wrote, a line each.</summary>
    public IReadOnlyCollection<string> Said => said;

    /// <summary>Returns at once; see <see cref="ListensAsync"/>.</summary>
    /// <param name="sockets">How many it keeps open at once.</param>
    /// <param name="more">Further variables of its environment.</param>
    public static BotProcess Start(World world, int sockets = 2, params (string Name, string Value)[] more)
    {
        var command = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "livesop.dll"), "run"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SLACK_BOT_TOKEN"] = world.App.BotToken,
                ["SLACK_APP_TOKEN"] = world.App.AppToken,
                ["Slack__ApiUrl"] = world.Slack.ApiUrl.ToString(),
                ["Slack__Limits"] = "false",
                ["Slack__Sockets"] = sockets.ToString(CultureInfo.InvariantCulture),
                ["ConnectionStrings__LiveSop"] = world.Database.Owner,
                ["ConnectionStrings__LiveSopApp"] = world.Database.App,
            },
        };
        foreach (var (name, value) in more) command.Environment[name] = value;
        return new(command);
    }

    /// <summary>Starts it and waits until Slack has greeted one more socket of it.</summary>
    public static async Task<BotProcess> ListensAsync(World world, int sockets = 2, params (string Name, string Value)[] more)
    {
        var before = world.App.App.Sockets.Opened;
        var bot = Start(world, sockets, more);
        await world.Slack.UntilAsync(() => world.App.App.Sockets.Opened > before && world.App.App.Sockets.Open.Count > 0);
        return bot;
    }

    /// <summary><c>kill -9</c>, and the wait until it is gone.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary><c>kill -15</c>.</summary>
    /// <returns>Its exit code, once it has stopped by itself.</returns>
    public async Task<int> StopAsync()
    {
        using var term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        await watcher.StandardInput.WriteLineAsync("gone");
        await watcher.WaitForExitAsync();
        watcher.Dispose();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null) said.Enqueue(line);
    }
}
