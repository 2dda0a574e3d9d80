using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Bot.Tests.Chaos;

/// <summary>Compares what stands in Slack with what stands in the database. Both are at rest.</summary>
internal static class Accounts
{
    public static async Task<IReadOnlyList<string>> DifferencesAsync(World.World world, Crowd crowd)
    {
        var kept = (await world.MessagesAsync()).ToDictionary(row => (row.ChannelId.Value, row.Ts.Value));
        List<string> differences = [];
        foreach (var place in Crowd.Places.Select(world.Workspace.Conversation))
        {
            var said = All(place.Log).Where(message => message.User != world.App.Bot.Id).ToList();
            differences.AddRange(said.Select(message => Difference(message, kept.GetValueOrDefault((place.Id, message.Ts)))).OfType<string>());
            differences.AddRange(kept.Values.Where(row => row.ChannelId.Value == place.Id && row.DeletedAt is null && said.TrueForAll(message => message.Ts != row.Ts.Value))
                .Select(row => $"{row.Ts} is kept and stands no longer in Slack"));
        }
        differences.AddRange(crowd.Mentions.Select(mention => (mention.Ts, Answers: Answers(world, mention))).Where(mention => mention.Answers != 1)
            .Select(mention => $"{mention.Ts} has {mention.Answers} answers"));
        return differences;
    }

    private static string? Difference(Message said, MessageRow? kept) => said.Subtype switch
    {
        null when kept is null => $"{said.Ts} is lost",
        null when kept.DeletedAt is not null => $"{said.Ts} counts as deleted and stands in Slack",
        null when kept.Text != said.Text => $"{said.Ts} reads as before an edit",
        "tombstone" when kept is { DeletedAt: null } => $"{said.Ts} was deleted and is kept",
        _ => null,
    };

    private static int Answers(World.World world, (string Place, string Ts) mention)
    {
        var log = world.Workspace.Conversation(mention.Place).Log;
        return log.Replies(mention.Ts).Select(log.At).Count(reply => reply.User == world.App.Bot.Id);
    }

    private static IEnumerable<Message> All(MessageLog log) => log.Channel.Select(log.At).SelectMany(message => log.Replies(message.Ts).Select(log.At).Prepend(message));
}
