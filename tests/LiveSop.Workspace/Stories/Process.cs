namespace LiveSop.Workspace.Stories;

/// <summary>How a kind of incident is really handled: the model that its traces are drawn from.</summary>
internal abstract record Process
{
    private Process() { }

    public sealed record Do(Activity Activity) : Process;

    public sealed record InOrder(IReadOnlyList<Process> Parts) : Process;

    /// <summary>One branch. A branch whose trait the case has is taken; without such, chance decides by weight among those that ask for none.</summary>
    public sealed record OneOf(IReadOnlyList<Branch> Branches) : Process;

    /// <summary>Taken with this probability, never where the case has the trait <paramref name="Unless"/>.</summary>
    public sealed record Optional(double Chance, Process Part, string? Unless) : Process;

    /// <summary>All parts, interleaved at will.</summary>
    public sealed record Interleaved(IReadOnlyList<Process> Parts) : Process;

    /// <summary><paramref name="Body"/>, and as often as chance wants <paramref name="Redo"/> and the body again.</summary>
    public sealed record Repeated(double Chance, Process Body, Process Redo) : Process;

    public sealed record Branch(string? Trait, double Weight, Process Part);

    public static implicit operator Process(Activity activity) => new Do(activity);

    public static Process Then(params Process[] parts) => new InOrder(parts);

    public static Process Either(params Branch[] branches) => new OneOf(branches);

    public static Branch When(string trait, params Process[] parts) => new(trait, 0, new InOrder(parts));

    public static Branch Or(double weight, params Process[] parts) => new(null, weight, new InOrder(parts));

    public static Process Maybe(double chance, Process part, string? unless = null) => new Optional(chance, part, unless);

    public static Process AnyOrder(params Process[] parts) => new Interleaved(parts);

    public static Process Repeat(double chance, Process body, Process redo) => new Repeated(chance, body, redo);

    public IReadOnlyList<Activity> Draw(IReadOnlySet<string> traits, Dice dice) => [.. Steps(traits, dice)];

    /// <summary>Every activity it names, in reading order.</summary>
    public IEnumerable<Activity> Activities() => (this switch
    {
        Do step => [step.Activity],
        InOrder all => all.Parts.SelectMany(p => p.Activities()),
        OneOf one => one.Branches.SelectMany(b => b.Part.Activities()),
        Optional optional => optional.Part.Activities(),
        Interleaved all => all.Parts.SelectMany(p => p.Activities()),
        Repeated loop => loop.Body.Activities().Concat(loop.Redo.Activities()),
        _ => Enumerable.Empty<Activity>(),
    }).Distinct();

    /// <summary>The same process, but with something else instead of that activity; with nothing, it is left out.</summary>
    public Process With(Activity activity, params Process[] instead) => Map(one => one == activity ? Then(instead) : one);

    /// <summary>The same process of other activities.</summary>
    public Process Map(Func<Activity, Process> instead) => this switch
    {
        Do step => instead(step.Activity),
        InOrder all => new InOrder([.. all.Parts.Select(part => part.Map(instead))]),
        OneOf one => new OneOf([.. one.Branches.Select(branch => branch with { Part = branch.Part.Map(instead) })]),
        Optional optional => optional with { Part = optional.Part.Map(instead) },
        Interleaved all => new Interleaved([.. all.Parts.Select(part => part.Map(instead))]),
        Repeated loop => loop with { Body = loop.Body.Map(instead), Redo = loop.Redo.Map(instead) },
        _ => this,
    };

    private IEnumerable<Activity> Steps(IReadOnlySet<string> traits, Dice dice) => this switch
    {
        Do step => [step.Activity],
        InOrder all => all.Parts.SelectMany(p => p.Steps(traits, dice)),
        OneOf one => Branching(one, traits, dice).Steps(traits, dice),
        Optional optional => Skips(optional, traits, dice) ? [] : optional.Part.Steps(traits, dice),
        Interleaved all => Interleave([.. all.Parts.Select(p => new Queue<Activity>(p.Steps(traits, dice)))], dice),
        Repeated loop => Looping(loop, traits, dice),
        _ => [],
    };

    private static bool Skips(Optional optional, IReadOnlySet<string> traits, Dice dice) =>
        optional.Unless is { } trait && traits.Contains(trait) || !dice.Chance(optional.Chance);

    private static Process Branching(OneOf one, IReadOnlySet<string> traits, Dice dice) =>
        one.Branches.FirstOrDefault(b => b.Trait is { } trait && traits.Contains(trait))?.Part
        ?? dice.Weighted([.. one.Branches.Where(b => b.Trait is null).Select(b => (b.Part, b.Weight))]);

    private static IEnumerable<Activity> Interleave(IReadOnlyList<Queue<Activity>> parts, Dice dice)
    {
        while (parts.Any(p => p.Count > 0)) yield return dice.Pick([.. parts.Where(p => p.Count > 0)]).Dequeue();
    }

    private static IEnumerable<Activity> Looping(Repeated loop, IReadOnlySet<string> traits, Dice dice)
    {
        foreach (var step in loop.Body.Steps(traits, dice)) yield return step;
        while (dice.Chance(loop.Chance))
        {
            foreach (var step in loop.Redo.Steps(traits, dice)) yield return step;
            foreach (var step in loop.Body.Steps(traits, dice)) yield return step;
        }
    }
}
