using System.Collections.Frozen;

namespace LiveSop.Domain.Text;

/// <summary>English function words: they hold a sentence together and say nothing about its subject. "not" and "no" are not among them.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set = Words.Set(
        """
        a about above after again against all also although always am an and another any anybody anyone anything are around as at away
        be because been before being below between both but by came can come could did do does doing down during each either else ever every
        everybody everyone everything few for from further get gets getting go goes going got had has have having he her here hers herself him
        himself his how however i if in into is it its itself just kind kindly let like may maybe me might mine more most much must my myself
        neither nor now of off on once one only onto or other our ours ourselves out over own per please quite rather really same shall
        she should since so some somebody someone something soon still such than that the their theirs them themselves then there therefore these
        they thing things this those though through to too under until up upon us very via was we were what whatever when whenever where whether
        which while who whoever whom whose why will with within without would yes yet you your yours yourself yourselves
        ok okay hi hello hey thanks thank sorry well sure oh ah hmm
        """);

    /// <summary>Case does not matter.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Set.Contains(word);
}
