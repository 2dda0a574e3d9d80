using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Bot.Tests.World.Reading;

/// <summary>A message as it ought to be in the database.</summary>
internal sealed record Truth(ChannelId ChannelId, MessageTs Ts, MessageTs? ThreadTs, UserId? AuthorId, string Text)
{
    /// <summary>What lies in the channel and was not said by a program. Of threads, those that began in that time.</summary>
    public static IReadOnlyList<Truth> Of(Conversation place, DateTimeOffset from = default) =>
    [
        .. place.Log.Channel.Select(place.Log.At).Where(root => root.Bot is null && root.Subtype is null && new MessageTs(root.Ts).At > from)
            .SelectMany(root => place.Log.Replies(root.Ts).Select(place.Log.At).Prepend(root))
            .Select(message => Of(place, message)),
    ];

    /// <summary>What is in the database otherwise than in Slack; empty where they agree.</summary>
    /// <param name="heard">Of that channel and others.</param>
    public static IReadOnlyList<string> Differences(IEnumerable<MessageRow> heard, Conversation place, DateTimeOffset from = default)
    {
        var known = heard.Where(row => row.ChannelId.Value == place.Id && row.DeletedAt is null)
            .Select(row => new Truth(row.ChannelId, row.Ts, row.ThreadTs, row.AuthorId, row.Text)).ToHashSet();
        var truth = Of(place, from).ToHashSet();
        return [.. truth.Except(known).Select(one => $"missing: {one.Ts} in {one.ThreadTs}, {one.Text}"), .. known.Except(truth).Select(one => $"surplus: {one.Ts} in {one.ThreadTs}, {one.Text}")];
    }

    /// <summary>A root stands in its own thread, once it has replies.</summary>
    private static Truth Of(Conversation place, Message message) => new(
        new(place.Id), new(message.Ts), message.ThreadTs is { } thread ? new(thread) : place.Log.Replies(message.Ts).Count > 0 ? new MessageTs(message.Ts) : null,
        message.User is { } user ? new(user) : null, message.Text);
}
