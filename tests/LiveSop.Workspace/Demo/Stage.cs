using LiveSop.Workspace.History;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Apps;

namespace LiveSop.Workspace.Demo;

/// <summary>Tarnbrook's Slack on this machine, with its past, and where it is wanted the real bot connected to it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private BotProcess? bot;
    private string? scratch;

    private Stage(SimulatedSlack slack, SlackWorkspace workspace, Installation app) => (Slack, Workspace, App) = (slack, workspace, app);

    public SimulatedSlack Slack { get; }

    public SlackWorkspace Workspace { get; }

    public Installation App { get; }

    public string Bot => App.Bot.Handle;

    /// <summary>The company's Slack alone; its bot is installed, and nobody runs it.</summary>
    /// <param name="port">On loopback; 0 takes a free one.</param>
    public static async Task<Stage> SetAsync(int seed, TimeProvider clock, int port = 0)
    {
        var slack = await SimulatedSlack.StartAsync(new SlackOptions { Clock = clock, Seed = seed, Port = port });
        slack.Limits.Enabled = false;
        var workspace = slack.AddWorkspace(Blueprint.Tarnbrook(clock.GetUtcNow()));
        var history = CompanyHistory.Generate(seed);
        workspace.Load(history, UntilLastWeek(history, clock.GetUtcNow()));
        return new Stage(slack, workspace, workspace.Install(AppManifest.LiveSop));
    }

    /// <param name="program">The bot's <c>livesop.dll</c>.</param>
    /// <param name="log">Where the bot's log goes.</param>
    /// <exception cref="InvalidOperationException">The bot ended instead of connecting; its log says why.</exception>
    public async Task RunBotAsync(string program, string log)
    {
        scratch = Scratch();
        bot = BotProcess.Start(program, log, Environment(Slack, App, scratch));
        await Slack.UntilAsync(() => App.App.Sockets.Open.Count > 0 || bot.HasEnded);
        if (bot.HasEnded) throw new InvalidOperationException($"The bot ended instead of connecting; {log} says why.");
    }

    public Person Person(string handle) => Workspace.Person(handle);

    /// <summary>Waits until something has come true, and says so where the bot ended instead.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        await Slack.UntilAsync(() => bot?.HasEnded == true || condition());
        if (!condition()) throw new InvalidOperationException("The bot has ended; its log says why.");
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        await Slack.DisposeAsync();
        if (scratch is not null) Directory.Delete(scratch, recursive: true);
    }

    // Under root the database runs as another account, which must be able to enter.
    private static string Scratch()
    {
        var folder = Directory.CreateTempSubdirectory("livesop-demo-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    /// <summary>Whole weeks, so that Mondays stay Mondays.</summary>
    private static TimeSpan UntilLastWeek(CompanyHistory history, DateTimeOffset now)
    {
        var since = now - history.Messages.Max(message => message.At);
        return TimeSpan.FromDays(7 * Math.Max(0, Math.Floor(since.TotalDays / 7)));
    }

    private static Dictionary<string, string> Environment(SimulatedSlack slack, Installation app, string scratch) => new()
    {
        ["SLACK_BOT_TOKEN"] = app.BotToken,
        ["SLACK_APP_TOKEN"] = app.AppToken,
        ["Slack__ApiUrl"] = slack.ApiUrl.ToString(),
        ["Slack__Limits"] = "false",
        ["Database__Folder"] = Path.Combine(scratch, "postgres"),
    };
}
