using LiveSop.Bot.Commands;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Sops.Pages;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Respond.Runs;

/// <summary><c>/sop runs</c>: the runs that go on where the asker may read, and procedures they may read; the longest first.</summary>
internal static class ListRuns
{
    private const int MostShown = 20;

    public static async Task AnswerAsync(Asker asker, CancellationToken stop)
    {
        var (views, links) = await asker.ReadAsync(async unit => (await GoingOnAsync(unit, stop), await Permalinks.OfAsync(unit, stop)), stop);
        await asker.TellAsync(Render(views, links, asker.Context.Now));
    }

    public static SlackMessage Render(IReadOnlyList<RunView> views, Permalinks? links, DateTimeOffset now) => views.Count == 0
        ? SlackMessage.Of(Mrkdwn.Of($"No run goes on in a channel that you may read. Press *Start* where I show a procedure, or mention me in a thread: `start 12`."))
        : SlackMessage.Fit(Mrkdwn.Of($"Runs that go on"), [new Section(Mrkdwn.Of($"*Runs that go on*")), .. views.Select(view => new Section(Line(view, links, now)))]);

    private static async Task<IReadOnlyList<RunView>> GoingOnAsync(UnitOfWork unit, CancellationToken stop)
    {
        var views = new List<RunView>();
        foreach (var row in await unit.Db.Runs.AsNoTracking().Where(one => one.FinishedAt == null).OrderBy(one => one.StartedAt).Take(MostShown).ToListAsync(stop))
            if (await RunBook.ViewAsync(unit, row, stop) is { } view) views.Add(view);
        return views;
    }

    private static Mrkdwn Line(RunView view, Permalinks? links, DateTimeOffset now)
    {
        var thread = links?.Of(EvidencePlace.Of(view.Row.ChannelId), view.Row.Ts.Value, "thread") is { } link ? Mrkdwn.Of($" · {link}") : Mrkdwn.Of($"");
        return Mrkdwn.Of($"{SopText.Name(view.Sop)}\n{new UserId(view.Run.Owner)} in {view.Row.ChannelId}, {view.List.Progress.Done} of {view.List.Progress.Required} steps, for {Plainly.Duration((long)(now - view.Row.StartedAt).TotalSeconds)}{thread}");
    }
}
