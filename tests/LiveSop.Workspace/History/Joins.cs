using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.History;

/// <summary>The notes that Slack writes when somebody joins a channel.</summary>
internal static class Joins
{
    public static IEnumerable<HistoryMessage> Of(Timeline timeline, Dice dice)
    {
        foreach (var channel in Channels.All.Where(c => c.Kind != ChannelKind.Direct))
            foreach (var member in channel.Members.Where(m => m.Left is null && dice.Chance(0.3)))
            {
                var at = timeline.Stamp(WorkingHours.During(member, timeline.Workday(dice), dice), dice);
                yield return new HistoryMessage
                {
                    Channel = channel,
                    Ts = Timeline.Ts(at),
                    At = at,
                    Author = member,
                    Text = member.Mention + " has joined the channel",
                    Subtype = "channel_join",
                };
            }
    }
}
