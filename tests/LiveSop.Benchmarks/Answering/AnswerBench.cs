using System.Diagnostics;
using System.Text.Json;
using LiveSop.Benchmarks.Load;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Benchmarks.Answering;

/// <summary>
/// <c>answer</c>: from when somebody asks until the procedure that helps stands in the thread. A simulated Slack in this process, whose limits are off; the bot in one of its own, with
/// procedures in force and many incidents remembered. What is measured, and how it came out: docs/performance.md.
/// </summary>
internal static class AnswerBench
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    /// <returns>0 where no question was answered twice and nothing that was said was lost.</returns>
    /// <exception cref="LoadException">The options are wrong, or the bot did not start.</exception>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter progress)
    {
        var options = AnswerOptions.Of(args);
        var desk = new Helpdesk(options.Kinds);
        await using var crowd = await Crowd.GatherAsync(desk, options.Channels, more: options.Channels);
        // What a channel is shown in an hour is a limit of its own, which a bench of many requests would reach.
        await using var bot = await BotListener.StartAsync(crowd.Slack, crowd.App, crowd.WorkspaceId, options.Folder, KeyValuePair.Create("Answering__PerChannelAndHour", "1000"));
        if (bot.HasEnded) throw new LoadException($"The bot did not start; {options.Folder} has its log.");
        await Trial.RestAsync(crowd, bot, CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await new Library(bot.Tables, new WorkspaceId(crowd.WorkspaceId), crowd.Channels, desk).FillAsync(options.Kinds, options.Incidents);
        progress.WriteLine($"{options.Incidents:N0} incidents and {options.Kinds} procedures put in place in {watch.Elapsed.TotalSeconds:0} s");
        await Task.Delay(Settling);
        return await MeasureAsync(options, (desk, crowd, bot), (output, progress));
    }

    private static async Task<int> MeasureAsync(AnswerOptions options, (Helpdesk Desk, Crowd Crowd, BotListener Bot) scene, (TextWriter Json, TextWriter Text) to)
    {
        var (desk, crowd, bot) = scene;
        var load = new LoadOptions { Rate = options.Rate, Mentions = 0 };
        await Trial.RunAsync(crowd, bot, load, TimeSpan.FromSeconds(options.WarmUp), CancellationToken.None);
        crowd.Asked.Clear();
        using var end = new CancellationTokenSource();
        var changing = options.LearnEvery > 0 ? ChangeAsync(bot, crowd, TimeSpan.FromSeconds(options.LearnEvery), end.Token) : Task.CompletedTask;
        var trial = await Trial.RunAsync(crowd, bot, load, TimeSpan.FromSeconds(options.Seconds), CancellationToken.None);
        await end.CancelAsync();
        await changing;
        await Trial.RestAsync(crowd, bot, CancellationToken.None);
        var heard = await bot.HeardAsync(CancellationToken.None);
        var answers = crowd.Answers().ToList();
        var report = new
        {
            messages = crowd.Said.Count,
            lost = crowd.Said.Count(said => !heard.Contains(said)),
            asked = crowd.Asked.Count,
            answered = answers.Select(one => one.Question).Distinct().Count(),
            right = answers.Count(one => $"{one.Answer.Text} {one.Answer.Blocks}".Contains(Helpdesk.Title(desk.KindOf(crowd.TextOf(one.Question))), StringComparison.Ordinal)),
            with_past = answers.Count(one => $"{one.Answer.Blocks}".Contains("solved in", StringComparison.Ordinal)),
            twice = answers.CountBy(one => one.Question).Count(one => one.Value > 1),
            after = Times.Of(answers.Select(one => one.After.TotalMilliseconds)),
            acks = trial.Acks,
        };
        to.Text.WriteLine($"  {report.asked} asked, {report.answered} answered, {report.right} with the right procedure, {report.with_past} with cases of the past; {report.after}; {report.lost} of {report.messages} messages lost");
        to.Json.WriteLine(JsonSerializer.Serialize(report));
        return report.lost + report.twice == 0 ? 0 : 1;
    }

    /// <summary>As if procedures came into force one after the other.</summary>
    private static async Task ChangeAsync(BotListener bot, Crowd crowd, TimeSpan interval, CancellationToken end)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                await using var unit = await bot.Tables.Database.BeginAsync(new Scope.Miner(new(crowd.WorkspaceId)), CancellationToken.None);
                await unit.Db.Sops.ExecuteUpdateAsync(set => set.SetProperty(sop => sop.UpdatedAt, TimeProvider.System.GetUtcNow()), CancellationToken.None);
                await unit.CommitAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
    }
}
