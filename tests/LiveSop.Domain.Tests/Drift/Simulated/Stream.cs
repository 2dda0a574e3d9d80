using LiveSop.Domain.Drift;
using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Tests.Drift.Simulated;

/// <summary>The cases of a simulated team.</summary>
/// <param name="At">The live cases before the change.</param>
internal sealed record Stream(ProcessTree Tree, int Activities, IReadOnlyList<CaseTrace> Baseline, IReadOnlyList<CaseTrace> Live, Change? Change, int At)
{
    /// <summary>A stream without a change, of 100 cases.</summary>
    public static Stream Still(Shapes shapes, int seed)
    {
        var random = new Random(seed);
        var way = shapes.Draw(random);
        var habits = shapes.Habits(way, random);
        var baseline = Cases("b", shapes.Baseline(random), _ => way, habits, random);
        return new Stream(shapes.Tree(way, baseline), Numbered(way, habits), baseline, Cases("c", 100, _ => way, habits, random), null, 100);
    }

    /// <summary>A stream with a change after up to 60 cases, which holds in 80 to 100 % of the 100 cases that follow.</summary>
    public static Stream Changing(Shapes shapes, ChangeKind kind, int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            var way = shapes.Draw(random);
            var habits = shapes.Habits(way, random);
            var added = random.Next(2) == 0 ? habits.Others[^1] : habits.Others[^1] + 1;
            if (Change.Draw(kind, way, added, random) is not { } change) continue;
            var (at, holds) = (random.Next(61), kind == ChangeKind.Shift ? 1 : 0.8 + 0.2 * random.NextDouble());
            var baseline = Cases("b", shapes.Baseline(random), _ => change.Old, habits, random);
            var live = Cases("c", at + 100, i => i >= at && random.NextDouble() < holds ? change.New : change.Old, habits, random);
            return new Stream(change.Old.ToTree(), Numbered(way, habits), baseline, live, change, at);
        }
    }

    private static int Numbered(Way way, Habits habits) => Math.Max(way.Steps().Max(), habits.Others[^1]) + 2;

    private static List<CaseTrace> Cases(string name, int count, Func<int, Way> way, Habits habits, Random random) =>
        [.. Enumerable.Range(0, count).Select(i => new CaseTrace($"{name}{i}", habits.Spoil(way(i).Draw(random), random)))];
}

/// <summary>What streams are drawn from.</summary>
internal sealed record Shapes(string Name, Func<Random, Way> Draw, Func<Way, Random, Habits> Habits, (int Low, int High) Cases)
{
    /// <summary>The approved tree is mined from the baseline, or else it is how the team means to work.</summary>
    public bool Mined { get; init; }

    /// <summary>Blocks in a row; each step goes wrong by itself, 5 to 40 % of the time.</summary>
    public static Shapes Rows { get; } = new("blocks in a row", Sops.Blocks, (way, random) =>
        Simulated.Habits.Of(way.Steps(), 0.05 * Math.Pow(8, random.NextDouble()), 0, random), (10, 200));

    /// <summary>Blocks within blocks; some cases go wrong all over.</summary>
    public static Shapes Nests { get; } = new("blocks within blocks", Sops.Nested, (way, random) =>
        Simulated.Habits.Of(way.Steps(), 0.05 + 0.15 * random.NextDouble(), 0.2, random), (10, 200));

    public int Baseline(Random random) => random.Next(Cases.Low, Cases.High + 1);

    public ProcessTree Tree(Way way, IReadOnlyList<CaseTrace> baseline) => Mined ? Discover(way, baseline) : way.ToTree();

    private static ProcessTree Discover(Way way, IReadOnlyList<CaseTrace> baseline)
    {
        var steps = way.Steps().Max() + 1;
        return Discovery.Discover(EventLog.From([.. Enumerable.Range(0, steps).Select(i => $"{i:00}")], baseline.Select(one => one.Activities.Where(a => a < steps).ToArray())));
    }
}
