using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack;

/// <summary>The generated history as messages of a workspace.</summary>
internal static class Past
{
    /// <param name="later">By how much everything happened later than it is written.</param>
    public static void Load(CompanyHistory history, SlackWorkspace workspace, TimeSpan later)
    {
        var authors = history.Messages.ToDictionary(m => m.Key, m => User(m.Author), StringComparer.Ordinal);
        foreach (var message in history.Messages)
            workspace.Conversations.Find(message.Channel.Id)?.Log.Add(Of(message, authors, later));
    }

    /// <param name="thread">As it is numbered here.</param>
    public static Message Now(HistoryMessage said, string? thread) => Of(said, [], TimeSpan.Zero) with { Ts = "", ThreadTs = thread, Edited = null, Reactions = [], Files = [] };

    private static Message Of(HistoryMessage said, Dictionary<string, string?> authors, TimeSpan later) => new()
    {
        Ts = Later(said.Ts, later),
        User = User(said.Author),
        Team = said.Author.Unlisted ? SlackId.From("T", said.Author.Handle) : House.TeamId,
        Bot = Mark(said.Author),
        Subtype = said.Author is { IsApp: true, AppUserId: null } ? "bot_message" : said.Subtype,
        Text = said.Text,
        ThreadTs = said.ThreadTs is { } thread ? Later(thread, later) : null,
        ParentUser = said.ThreadTs is null ? null : authors.GetValueOrDefault($"{said.Channel.Id}:{said.ThreadTs}"),
        ClientId = said.Author.IsApp || said.Subtype == "channel_join" ? null : SlackId.From("", said.Key),
        Files = said.FileName is null ? [] : [File(said, later)],
        Edited = said.EditedAt is { } at ? new Edit(said.Author.Id, $"{(at + later).ToUnixTimeSeconds()}.000000") : null,
        Reactions = [.. said.Reactions.Select(r => new Reacted(r.Name, [.. r.By.Select(b => b.Id)]))],
    };

    /// <summary>An old webhook has no user.</summary>
    private static string? User(Colleague author) => author.IsApp ? author.AppUserId : author.Id;

    private static BotMark? Mark(Colleague author) => !author.IsApp ? null
        : new BotMark(author.Id, author.AppUserId is null ? null : SlackId.From("A", author.Handle), author.Name, House.TeamId, author.AppUserId is null ? author.Name : null);

    private static SharedFile File(HistoryMessage said, TimeSpan later) =>
        new(SlackId.From("F", said.Key), said.FileName!, said.Author.Id, House.TeamId) { Created = said.At + later, Complete = true, Announced = 48_000 };

    private static string Later(string ts, TimeSpan later)
    {
        var dot = ts.IndexOf('.', StringComparison.Ordinal);
        var seconds = long.Parse(ts.AsSpan(0, dot), System.Globalization.CultureInfo.InvariantCulture) + (long)later.TotalSeconds;
        return seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) + ts[dot..];
    }
}
