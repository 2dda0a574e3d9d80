using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Commands.Checkup;

/// <summary>How the bot is in a workspace, as far as it can see from inside. Channels and procedures that the asker may not read are only counted.</summary>
/// <param name="Channels">Those it is in that the asker may read, by name.</param>
/// <param name="HiddenChannels">How many more there are.</param>
/// <param name="SpacesWithoutApprover">Their names; people's text.</param>
/// <param name="Reviews">What waits for a decision, the oldest first.</param>
/// <param name="Unknown">How many members of those channels the directory does not name.</param>
internal sealed record WorkspaceCheckup(
    IReadOnlyList<ChannelCheck> Channels, int HiddenChannels, IReadOnlyList<string> SpacesWithoutApprover, IReadOnlyList<ReviewCheck> Reviews, ParkedWork Parked, int Unknown, DateTimeOffset Now);

/// <param name="Reading">Of what was said before the bot came; null where it has not begun.</param>
internal sealed record ChannelCheck(ChannelId Channel, ReadingRow? Reading);

/// <summary>A draft before its approvers.</summary>
/// <param name="Number">Of its procedure; null where the asker may not read it.</param>
/// <param name="Since">When it was made.</param>
/// <param name="Able">Approvers who may read it.</param>
/// <param name="Blind">Approvers of its space who may not.</param>
internal sealed record ReviewCheck(int? Number, DateTimeOffset Since, IReadOnlyList<UserId> Able, IReadOnlyList<UserId> Blind);

/// <summary>What was given up, by kind.</summary>
internal sealed record ParkedWork(int Envelopes, int Effects, int Jobs)
{
    public int All => Envelopes + Effects + Jobs;
}
