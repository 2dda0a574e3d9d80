using System.Collections.Concurrent;
using LiveSop.Bot.Slack;

namespace LiveSop.Bot.Storage;

/// <summary>
/// How often somebody was seen to come or go. Whoever asks Slack for a channel's members and then writes them down looks before and after: if somebody went
/// meanwhile, what Slack said is out of date, and would give back what was lost. Of this process alone; another replica's news is not seen.
/// </summary>
internal sealed class Comings
{
    private readonly ConcurrentDictionary<(WorkspaceId, ChannelId), int> seen = new();

    public int In(WorkspaceId workspace, ChannelId channel) => seen.GetValueOrDefault((workspace, channel));

    /// <summary>To be told before the change is written.</summary>
    public void Note(WorkspaceId workspace, ChannelId channel) => seen.AddOrUpdate((workspace, channel), 1, (_, count) => count + 1);
}
