using LiveSop.Bot.Slack.Web;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Slack.Outbox;

/// <summary>
/// Shows a file once. Storing its content shows it to nobody, so it may happen twice; the id that it got is noted before the one call that shows it. Whoever
/// finds it noted asks the file where it was shown, and calls again only where that was nowhere.
/// </summary>
/// <remarks>Slack lists where a file is shown a moment after it shows it. The next attempt begins seconds later at the earliest, after a crash half a minute.</remarks>
internal sealed class Sharing(Database database)
{
    public async Task<Outcome> ShareAsync(Outgoing outgoing, PostedIn where, Effect.Share share, SlackApi api, CancellationToken stop)
    {
        if (share.Uploaded is { } noted && await IsShownAsync(noted, where.Channel, api, stop)) return new Outcome.Done();
        if ((share.Uploaded ?? await UploadAsync(outgoing, share.File, api, stop)) is not { } file) return new Outcome.Unsure("taken over");
        await api.Files.ShowAsync(file, share.File.Title ?? share.File.Name, where, share.Comment, stop);
        return new Outcome.Done();
    }

    /// <returns>Null where somebody else has the effect now.</returns>
    private async Task<string?> UploadAsync(Outgoing outgoing, FileBody body, SlackApi api, CancellationToken stop)
    {
        var file = await api.Files.UploadAsync(new OutgoingFile(body.Name, body.Content, body.Title, body.AltText), stop);
        await using var unit = await database.BeginAsync(new Scope.Miner(outgoing.Work.Workspace), stop);
        if (!await unit.MarkUploadedAsync(outgoing, file, stop)) return null;
        await unit.CommitAsync(stop);
        return file;
    }

    private static async Task<bool> IsShownAsync(string file, ChannelId where, SlackApi api, CancellationToken stop) =>
        (await api.Files.InfoAsync(file, stop)).ShownIn.Contains(where);
}
