using LiveSop.Bot.Audience.Configuring;
using LiveSop.Bot.Digest;
using LiveSop.Bot.Learn.Editing;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Commands;

/// <summary>What opens at once when a command is typed.</summary>
internal static class Openings
{
    /// <returns>Null where the answer is a message.</returns>
    public static Modal? Of(SlackPayload.SlashCommand typed) => EditSop.Opening(typed) ?? ChangeDigest.Opening(typed) ?? ConfigureSpace.Opening(typed);
}
