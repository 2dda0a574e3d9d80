using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Digest;

/// <summary>What somebody can do about their own digest. Each concerns whoever presses it.</summary>
internal static class DigestActions
{
    public static readonly SlackAction Stop = new("digest.stop");
    public static readonly SlackAction Change = new("digest.change");
}
