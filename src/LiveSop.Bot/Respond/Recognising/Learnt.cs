using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;
using LiveSop.Domain.Matching;

namespace LiveSop.Bot.Respond.Recognising;

/// <summary>What was learnt of the cases of one space. It does not change.</summary>
/// <param name="Recogniser">Null where too little was taught.</param>
/// <param name="Sops">By their classes.</param>
internal sealed record Learnt(Recogniser? Recogniser, IReadOnlyList<SopId> Sops)
{
    public static Learnt Nothing { get; } = new(null, []);

    public Match Recognise(string text) => Recogniser?.Recognise(text) ?? new Match.None(Abstention.NothingLearnt, null, 0);
}

/// <summary>What was learnt in a workspace, by space.</summary>
/// <param name="Stamp">Of what it was learnt from.</param>
/// <param name="Places">The spaces of channels that do not belong to the default one.</param>
internal sealed record Lore(string Stamp, SpaceId Default, IReadOnlyDictionary<ChannelId, SpaceId> Places, IReadOnlyDictionary<SpaceId, Learnt> Spaces)
{
    public SpaceId SpaceOf(ChannelId channel) => Places.GetValueOrDefault(channel, Default);

    public Learnt Of(ChannelId channel) => Spaces.GetValueOrDefault(SpaceOf(channel), Learnt.Nothing);
}
