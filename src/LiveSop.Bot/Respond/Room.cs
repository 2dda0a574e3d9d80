using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Respond;

/// <summary>Where something was said.</summary>
/// <param name="Kind">Slack's <c>channel_type</c>; null where the event does not tell.</param>
internal readonly record struct Room(ChannelId Channel, string? Kind)
{
    /// <summary>Between one person and the bot.</summary>
    public bool IsDirect => Kind is "im" or "app_home" || Channel.Value.StartsWith('D');
}
