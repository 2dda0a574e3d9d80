using System.Collections.Concurrent;
using LiveSop.Benchmarks.Load;
using LiveSop.Benchmarks.Matching;
using LiveSop.Benchmarks.Recalling;
using LiveSop.Workspace;

namespace LiveSop.Benchmarks.Answering;

/// <summary>A tenth of what people say are cases of procedures; the rest is about something else.</summary>
internal sealed class Helpdesk(int kinds) : ITopic
{
    private const double Cases = 0.1;

    private readonly InventedKinds invented = new(3);
    private readonly MadeTalk made = new(3);
    private readonly ConcurrentDictionary<string, int> asked = new(StringComparer.Ordinal);

    public (string Text, bool Asks) Next(Dice dice, string bot)
    {
        if (!dice.Chance(Cases)) return (Unrelated(), false);
        var kind = dice.Below(kinds);
        var text = Request(kind);
        asked[text] = kind;
        return (text, true);
    }

    /// <summary>Words of its kind, and what such requests have in common with those of the other kinds.</summary>
    public string Request(int kind) => $"{invented.Request(kind)}, {made.Request()}";

    public string Unrelated() => invented.Unrelated(kinds);

    /// <summary>What kind of case somebody asked for with these words.</summary>
    public int KindOf(string text) => asked[text];

    public static string Title(int kind) => $"Procedure of kind {kind}.";
}
