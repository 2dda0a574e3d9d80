using System.Diagnostics;

namespace LiveSop.Benchmarks.Load;

/// <summary><c>@slack/bolt</c> with handlers that do nothing, on Node.</summary>
internal sealed class BoltListener : Listener
{
    private BoltListener(Process process, StreamWriter log) : base(process, log)
    {
    }

    public override int? DatabaseServer => null;

    /// <exception cref="LoadException">It is not installed.</exception>
    public static async Task<BoltListener> StartAsync(Crowd crowd, LoadOptions options)
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../CrossCheck"));
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@slack", "bolt")))
            throw new LoadException($"@slack/bolt is not installed; run npm ci in {folder}.");
        var environment = new Dictionary<string, string>
        {
            ["SLACK_BOT_TOKEN"] = crowd.App.BotToken,
            ["SLACK_APP_TOKEN"] = crowd.App.AppToken,
            ["SLACK_API_URL"] = crowd.Slack.ApiUrl.ToString(),
        };
        var (process, log) = Start("node", [Path.Combine(folder, "bolt-empty.js")], environment, Path.Combine(options.Folder, "bolt.log"));
        var bolt = new BoltListener(process, log);
        await crowd.Slack.UntilAsync(() => bolt.HasEnded || crowd.App.App.Sockets.Open.Count > 0);
        return bolt;
    }

    /// <summary>It keeps nothing.</summary>
    public override Task<long> BacklogAsync(CancellationToken stop) => Task.FromResult(0L);
}
