using System.Runtime.CompilerServices;
using LiveSop.Bot.Slack.Markup;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>Reads a workspace export channel by channel, its days in order.</summary>
internal static class SlackExport
{
    public static async IAsyncEnumerable<Message> ReadAsync(
        Func<ExportFiles> open, SourceOptions options, ImportTally tally, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var files = open();
        var layout = new ExportLayout(files);
        var conversations = await layout.ConversationsAsync(options.Limits, cancellation);
        tally.Omit(Omission.UnlistedFolder, layout.UnlistedFolders);

        var people = await PeopleAsync(layout, options.Limits, cancellation);
        var text = new MessageText(new Mrkdwn(people.NameOf, id => layout.ChannelNames.GetValueOrDefault(id)));
        foreach (var conversation in conversations)
        {
            var days = DaysAsync(files, conversation, options.Limits, cancellation);
            if (conversation.IsDirect && !options.IncludeDirectMessages)
            {
                tally.Omit(Omission.DirectMessage, await days.CountAsync(message => message.IsSpeech, cancellation));
                continue;
            }
            var channel = new ChannelHistory(conversation.Id, people, text, tally);
            await foreach (var message in days) channel.Add(message);
            foreach (var message in channel.Messages()) yield return message;
        }
    }

    private static async Task<ExportPeople> PeopleAsync(ExportLayout layout, SizeLimits limits, CancellationToken cancellation)
    {
        var people = new ExportPeople();
        foreach (var list in new[] { "users.json", "org_users.json" })
            await foreach (var user in layout.ListAsync<ExportUser>(list, limits, cancellation)) people.Add(user);
        return people;
    }

    private static async IAsyncEnumerable<ExportMessage> DaysAsync(
        ExportFiles files, ExportConversation conversation, SizeLimits limits, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var day in conversation.Days)
        {
            var items = new JsonItems(files.Shown(day), "a list of Slack messages", LooseJson.Slack, limits);
            await foreach (var message in items.ReadAsync<ExportMessage>(files.Open(day), topLevel: false, cancellation))
                yield return message;
        }
    }
}
