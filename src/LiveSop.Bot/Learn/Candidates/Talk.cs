using LiveSop.Bot.Learn.Threads;
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
    /// <param name="since">Threads that began before are left out whole, so that none is read from its middle.</param>
    public static async Task<IReadOnlyList<Message>> ReadAsync(UnitOfWork unit, IReadOnlyList<ChannelId> channels, DateTimeOffset since, CancellationToken stop)
    {
        var read = await ReadAsync(unit, unit.Db.Messages.Where(row => channels.Contains(row.ChannelId) && row.PostedAt >= since), stop);
        return since == DateTimeOffset.MinValue ? read : [.. read.Where(message => message.Thread is null || new MessageTs(message.Thread).At >= since)];
    }

    /// <param name="bot">What was said to it is no part of the case.</param>
    public static Task<IReadOnlyList<Message>> ReadThreadAsync(UnitOfWork unit, ThreadId thread, UserId bot, CancellationToken stop)
    {
        var mention = $"<@{bot}";
        return ReadAsync(unit, unit.Db.Messages.Where(row => row.ChannelId == thread.Channel && (row.ThreadTs == thread.Ts || row.Ts == thread.Ts) && !row.Text.Contains(mention)), stop);
    }

    /// <summary>Whatever of the rows was not deleted.</summary>
    public static async Task<IReadOnlyList<Message>> ReadAsync(UnitOfWork unit, IQueryable<MessageRow> rows, CancellationToken stop)
    {
        var people = await unit.Db.People.ToDictionaryAsync(person => person.UserId.Value, Known, StringComparer.Ordinal, stop);
        var names = await unit.Db.Channels.ToDictionaryAsync(channel => channel.ChannelId.Value, channel => channel.Name, StringComparer.Ordinal, stop);
        var text = new Mrkdwn(id => people.TryGetValue(id, out var person) ? person.Name : Unknown.Name, names.GetValueOrDefault);
        var messages = new List<Message>();
        await foreach (var row in rows.AsNoTracking().Where(row => row.DeletedAt == null && row.Text != "").AsAsyncEnumerable().WithCancellation(stop))
            messages.Add(new()
            {
                Source = new SourceRef.Slack(row.ChannelId.Value, row.Ts.Value),
                Place = row.ChannelId.Value,
                Author = Author(row, people),
                At = row.PostedAt,
                Text = Plain.Text(text.Resolve(row.Text)),
                Thread = row.ThreadTs?.Value,
            });
        return Rooted(messages);
    }

    /// <summary>A message that nobody had answered yet when it was heard does not say that it begins a thread; its replies do.</summary>
    internal static IReadOnlyList<Message> Rooted(List<Message> messages)
    {
        var threads = messages.Where(message => message.Thread is not null).Select(message => new SourceRef.Slack(message.Place, message.Thread!)).ToHashSet();
        return [.. messages.Select(message => message is { Thread: null, Source: SourceRef.Slack own } && threads.Contains(own) ? message with { Thread = own.Ts } : message)];
    }

    private static Person Author(MessageRow row, Dictionary<string, Person> people) => row.AuthorId is { } author && people.TryGetValue(author.Value, out var known) ? known
        : new(row.AuthorId?.Value ?? $"app:{row.AuthorName}", Plain.Name(row.AuthorName) ?? (row.IsApp ? Unknown.AppName : Unknown.Name), IsApp: row.IsApp);

    private static Person Known(PersonRow row) => new(row.UserId.Value, row.Name, row.Title, row.Standing == Standing.App);
}
