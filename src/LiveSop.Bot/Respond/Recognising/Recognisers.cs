using System.Collections.Concurrent;
using LiveSop.Bot.Slack;
using LiveSop.Domain.Matching;

namespace LiveSop.Bot.Respond.Recognising;

/// <summary>What this process recognises cases by. A new lore takes the place of an old one at once, and nobody waits for it.</summary>
internal sealed class Recognisers
{
    private readonly ConcurrentDictionary<WorkspaceId, Lore> all = new();

    public Lore? Find(WorkspaceId workspace) => all.GetValueOrDefault(workspace);

    /// <summary>Of the space that the channel belongs to. Nothing before the first lore is there.</summary>
    public Learnt Of(WorkspaceId workspace, ChannelId channel) => Find(workspace)?.Of(channel) ?? Learnt.Nothing;

    public void Replace(WorkspaceId workspace, Lore lore) => all[workspace] = lore;

    public Match Recognise(WorkspaceId workspace, ChannelId channel, string text) => Of(workspace, channel).Recognise(text);
}
