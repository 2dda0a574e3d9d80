using LiveSop.Workspace.History;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Apps;

namespace LiveSop.Workspace.Demo;

/// <summary>Tarnbrook's Slack on this machine, with its past, and the real bot connected to it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly BotProcess bot;
    private readonly string scratch;

    private Stage(SimulatedSlack slack, SlackWorkspace workspace, Installation app, BotProcess bot, string scratch) =>
        (Slack, Workspace, App, this.bot, this.scratch) = (slack, workspace, app, bot, scratch);

    public SimulatedSlack Slack { get; }

    public SlackWorkspace Workspace { get; }

    public Installation App { get; }

    public string Bot => App.Bot.Handle;

    /// <param name="program">The bot's <c>livesop.dll</c>.</param>
    /// <param name="log">Where the bot's log goes.</param>
    /// <exception cref="InvalidOperationException">The bot ended instead of connecting; its log says why.</exception>
    public static async Task<Stage> SetAsync(string program, string log, int seed, TimeProvider clock)
    {
        var slack = await SimulatedSlack.StartAsync(new SlackOptions { Clock = clock, Seed = seed });
        slack.Limits.Enabled = false;
        var workspace = slack.AddWorkspace(Blueprint.Tarnbrook(clock.GetUtcNow()));
        var history = CompanyHistory.Generate(seed);
        workspace.Load(history, UntilLastWeek(history, clock.GetUtcNow()));
        var app = workspace.Install(AppManifest.LiveSop);
        var scratch = Scratch();
        var bot = BotProcess.Start(program, log, Environment(slack, app, scratch));
        await slack.UntilAsync(() => app.App.Sockets.Open.Count > 0 || bot.HasEnded);
        if (!bot.HasEnded) return new Stage(slack, workspace, app, bot, scratch);
        await bot.DisposeAsync();
        await slack.DisposeAsync();
        throw new InvalidOperationException($"The bot ended instead of connecting; {log} says why.");
    }

    public Person Person(string handle) => Workspace.Person(handle);

    /// <summary>Waits until something has come true, and says so where the bot ended instead.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        await Slack.UntilAsync(() => bot.HasEnded || condition());
        if (!condition()) throw new InvalidOperationException("The bot has ended; its log says why.");
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await Slack.DisposeAsync();
        Directory.Delete(scratch, recursive: true);
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
