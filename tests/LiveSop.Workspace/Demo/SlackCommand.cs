using System.Globalization;
using Spectre.Console;

namespace LiveSop.Workspace.Demo;

/// <summary><c>slack [--port N]</c>: the simulated company's Slack, for any bot that is given its tokens; on a terminal somebody plays the people in it.</summary>
internal static class SlackCommand
{
    private const int Seed = 1;

    /// <param name="read">Asks for a line; null where nobody is there to be asked.</param>
    /// <param name="stop">Ends it where nobody plays.</param>
    /// <returns>0, or 2 where the arguments make no sense.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, IAnsiConsole console, TimeProvider clock, Func<string, string?>? read, CancellationToken stop)
    {
        if (Port(arguments) is not { } port) return 2;
        await using var stage = await Stage.SetAsync(Seed, clock, port);
        foreach (var line in Greeting(stage)) console.Profile.Out.Writer.WriteLine(line);
        if (read is not null) await new Improvisation(stage, new Playbill(stage.Workspace, console), read).PlayAsync();
        else await Task.Delay(Timeout.InfiniteTimeSpan, clock, stop).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return 0;
    }

    private static int? Port(IReadOnlyList<string> arguments) => arguments switch
    {
        ["slack"] => 0,
        ["slack", "--port", var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 => port,
        _ => null,
    };

    private static string[] Greeting(Stage stage) =>
    [
        $"{stage.Workspace.Name}'s Slack (simulated, on this machine) is there until you end it. In another terminal:",
        "",
        $"  export Slack__ApiUrl={stage.Slack.ApiUrl} Slack__Limits=false",
        "  ./livesop connect      # the app is created already: give it these two tokens",
        "  ./livesop run",
        "",
        $"  Bot User OAuth Token   {stage.App.BotToken}",
        $"  App-Level Token        {stage.App.AppToken}",
        "",
        "Here, invite the bot with:  /invite @livesop",
        "",
    ];
}
