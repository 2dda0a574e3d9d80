using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Markup;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>The transcript as mining reads it: names in place of ids, no markup, nothing that was deleted.</summary>
internal static class Talk
{
    public static async Task<IReadOnlyList<Message>> ReadAsync(UnitOfWork unit, IReadOnlyList<ChannelId> channels, CancellationToken stop)
    {
        var people = await unit.Db.People.ToDictionaryAsync(person => person.UserId.Value, Known, StringComparer.Ordinal, stop);
        var names = await unit.Db.Channels.ToDictionaryAsync(channel => channel.ChannelId.Value, channel => channel.Name, StringComparer.Ordinal, stop);
        var text = new Mrkdwn(id => people.TryGetValue(id, out var person) ? person.Name : Unknown.Name, names.GetValueOrDefault);
        var messages = new List<Message>();
        await foreach (var row in unit.Db.Messages.AsNoTracking().Where(row => channels.Contains(row.ChannelId) && row.DeletedAt == null && row.Text != "").AsAsyncEnumerable().WithCancellation(stop))
            messages.Add(new()
            {
                Source = new SourceRef.Slack(row.ChannelId.Value, row.Ts.Value),
                Place = row.ChannelId.Value,
                Author = Author(row, people),
                At = row.PostedAt,
                Text = Plain.Text(text.Resolve(row.Text)),
                Thread = row.ThreadTs?.Value,
            });
        return messages;
    }

    private static Person Author(MessageRow row, Dictionary<string, Person> people) => row.AuthorId is { } author && people.TryGetValue(author.Value, out var known) ? known
        : new(row.AuthorId?.Value ?? $"app:{row.AuthorName}", Plain.Name(row.AuthorName) ?? (row.IsApp ? Unknown.AppName : Unknown.Name), IsApp: row.IsApp);

    private static Person Known(PersonRow row) => new(row.UserId.Value, row.Name, row.Title, row.Standing == Standing.App);
}
