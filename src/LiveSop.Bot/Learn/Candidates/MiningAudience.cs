using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Learn.Candidates;

/// <summary>A channel that the asker may read, as mining looks at it.</summary>
internal sealed record ReadableChannel(ChannelId Channel, string Name, ChannelKind Kind, bool BotIsMember);

/// <summary>What is shown in a place is mined from what everybody in that place may read, so that nobody sees through the bot what they could not read themselves.</summary>
internal static class MiningAudience
{
    /// <param name="place">Where the result will be shown.</param>
    /// <param name="readable">What the asker may read.</param>
    /// <param name="hasStrangers">Guests, or people of another organisation, are in the place: they may read little else.</param>
    public static IReadOnlyList<ReadableChannel> Channels(ChannelId place, IReadOnlyList<ReadableChannel> readable, bool hasStrangers)
    {
        var heard = readable.Where(channel => channel is { BotIsMember: true, Kind: ChannelKind.Public or ChannelKind.Private });
        return [.. heard.Where(channel => channel.Channel == place || IsBetweenTwo(place) || (channel.Kind == ChannelKind.Public && !hasStrangers))];
    }

    /// <summary>A direct message: of the asker and the bot alone.</summary>
    private static bool IsBetweenTwo(ChannelId place) => place.Value.StartsWith('D');
}
