using System.Globalization;
using System.Text.Json;
using LiveSop.Benchmarks.Load;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Benchmarks.Past;

/// <summary>
/// <c>past</c>: a simulated Slack in this process, without rate limits, holds a channel full of talk; the bot, a process of its own, is invited and reads it.
/// The clock runs from the invitation until every message is stored and found by full-text search.
/// </summary>
internal static class PastBench
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <returns>0 where everything that was said is in the bot's table, and nothing else.</returns>
    /// <exception cref="LoadException">The options are wrong, or the bot did not start.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        var (messages, folder) = Options(args);
        await using var slack = await SimulatedSlack.StartAsync();
        slack.Limits.Enabled = false;
        var workspace = slack.AddWorkspace(Blueprint.Small("Past"));
        var app = workspace.Install(AppManifest.LiveSop);
        var place = workspace.Conversation("support");
        var now = slack.Clock.GetUtcNow();
        var said = new LongPast(messages, now.AddMonths(-11), now.AddHours(-1)).Fill(place);
        progress.WriteLine($"{said:N0} messages, {place.Log.Channel.Count:N0} of them the channel's own.");
        await using var bot = await BotListener.StartAsync(slack, app, workspace.Id, folder);
        if (bot.HasEnded) throw new LoadException($"The bot did not start; {folder} has its log.");
        var seconds = await ReadAsync(workspace, app, bot);
        return await TellAsync((slack, place, bot), seconds, said, (output, progress));
    }

    private static async Task<double> ReadAsync(SlackWorkspace workspace, Installation app, BotListener bot)
    {
        while (!bot.HasEnded && await bot.BacklogAsync(CancellationToken.None) > 0) await Task.Delay(Look);
        var since = TimeProvider.System.GetTimestamp();
        await workspace.Person("ada").InviteAsync(app.Bot.Handle, "support");
        while (!bot.HasEnded && !await bot.HasReadAsync(CancellationToken.None)) await Task.Delay(Look);
        return TimeProvider.System.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task<int> TellAsync((SimulatedSlack Slack, Conversation Place, BotListener Bot) scene, double seconds, int said, (TextWriter Json, TextWriter Text) to)
    {
        var heard = await scene.Bot.HeardAsync(CancellationToken.None);
        var keys = scene.Place.Log.Channel.Select(scene.Place.Log.At).Where(message => message.Bot is null && message.Subtype is null)
            .SelectMany(root => scene.Place.Log.Replies(root.Ts).Select(scene.Place.Log.At).Prepend(root)).Select(message => (scene.Place.Id, message.Ts)).ToHashSet();
        var (lost, unsaid) = (keys.Count(key => !heard.Contains(key)), heard.Count(key => !keys.Contains(key)));
        var calls = scene.Slack.Calls.Count(call => call.Method is "conversations.history" or "conversations.replies");
        to.Text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {seconds:0.0} s, {said / seconds:N0} messages/s, {calls:N0} calls; {lost} lost, {unsaid} never said"));
        to.Json.WriteLine(JsonSerializer.Serialize(new { messages = said, seconds = Math.Round(seconds, 1), per_second = Math.Round(said / seconds), calls, lost, unsaid, megabytes = scene.Bot.Vitals().Select(line => line[0]).DefaultIfEmpty().Max() }));
        return lost + unsaid == 0 ? 0 : 1;
    }

    private static (int Messages, string Folder) Options(string[] args)
    {
        var (messages, folder) = (100_000, Path.Combine("out", "past"));
        for (var i = 0; i + 1 < args.Length; i += 2)
            switch (args[i])
            {
                case "--messages" when int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var many) && many > 0: messages = many; break;
                case "--folder": folder = args[i + 1]; break;
                default: throw new LoadException($"{args[i]} {args[i + 1]} is no option of past: [--messages N] [--folder DIR].");
            }
        return args.Length % 2 == 0 ? (messages, folder) : throw new LoadException($"{args[^1]} needs a value.");
    }
}
