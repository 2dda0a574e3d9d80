using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Tests.Sops.Living;

/// <summary>Repeatable random procedures and edits, with words that try to be more than text.</summary>
internal static class RandomProcedures
{
    private static readonly string[] Hostile =
    [
        "Ask for the order number", "# heading", "`code` and ```", "<!-- s1 -->", "<b>x</b> <@U1>", "1. first", "12) second", "- dash", "* star **bold**", "[link](http://evil.example)",
        "brackets [x] (y) {z}", "{#s1}", "ends in {#s2}", "If it rains:", "In any order:", "Repeat if needed:", "Otherwise:", "Or nothing", "nothing", "(optional)", "call (owner: Ann)",
        "emoji 👩‍💻 :tada:", "שלום עולם", "\u202Edesrever\u202C", "tab\there", "line\nbreak", "back\\slash \\{#s3}", "a: b: nothing", "@channel #12 www.example.com", "&amp; &lt;", "~~gone~~ $x$ |y|", "> quote", "== ==", "---", "+ plus", "ends with colon:", "“quoted”", "tail \\", "___", "   spaced   out   ",
    ];

    public static string Words(Random random) => Hostile[random.Next(Hostile.Length)] + (random.Next(2) == 0 ? "" : " " + Hostile[random.Next(Hostile.Length)]);

    /// <summary>Some to a dozen steps, up to four blocks deep.</summary>
    public static Procedure Of(int seed)
    {
        var random = new Random(seed);
        var steps = new List<ProcedureStep>();
        var flow = Flow(random, steps, 3);
        if (steps.Count < 2) flow = new StepFlow.InOrder([flow, Step(random, steps), Step(random, steps)]);
        return new(Words(random), Words(random), steps, flow, steps.Count + 1 + random.Next(3)) { Cases = 20, MedianSeconds = 300 };
    }

    private static StepFlow Flow(Random random, List<ProcedureStep> steps, int depth)
    {
        if (depth == 0 || random.Next(3) == 0) return Step(random, steps);
        StepFlow Inner() => Flow(random, steps, depth - 1);
        return random.Next(5) switch
        {
            0 => new StepFlow.AnyOrder([Inner(), Inner()]),
            1 => new StepFlow.OneOf([Way(), Way(), .. random.Next(3) switch { 0 => [new Branch(null, null)], 1 => new[] { new Branch(Words(random), null) }, _ => [] }]),
            2 => new StepFlow.Again(Inner(), random.Next(2) == 0 ? Inner() : null),
            3 => new StepFlow.OneOf([Way(), new(null, null)]),
            _ => new StepFlow.InOrder([.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Inner())]),
        };

        Branch Way() => new(random.Next(2) == 0 ? Words(random) : null, Inner());
    }

    private static StepFlow.Do Step(Random random, List<ProcedureStep> steps)
    {
        var id = $"s{steps.Count + 1}";
        var seen = random.Next(4) == 0 ? default : new Support(random.Next(1, 20), 20);
        steps.Add(new(id, Words(random), seen, seen.Cases == 0 ? "U0" : null)
        {
            Owner = random.Next(3) == 0 ? Words(random) : null,
            Optional = random.Next(4) == 0,
            MedianSeconds = random.Next(2) == 0 ? random.Next(900) : null,
        });
        return new(id);
    }

    /// <summary>One that can be done.</summary>
    public static ProcedureEdit Edit(Procedure procedure, Random random)
    {
        var id = Any(procedure, random);
        var other = procedure.Steps.Select(step => step.Id).Where(step => step != id).ToList();
        var after = random.Next(4) == 0 || other.Count == 0 ? null : other[random.Next(other.Count)];
        return random.Next(9) switch
        {
            0 => new ProcedureEdit.Retitle("New title " + random.Next(1000)),
            1 => new ProcedureEdit.SetTrigger("New trigger " + random.Next(1000)),
            2 => new ProcedureEdit.Reword(id, "New words " + random.Next(1000)),
            3 => new ProcedureEdit.SetOwner(id, random.Next(3) == 0 ? null : "Owner " + random.Next(1000)),
            4 => new ProcedureEdit.SetOptional(id, random.Next(2) == 0),
            5 when other.Count > 1 => new ProcedureEdit.Remove(id),
            6 => new ProcedureEdit.Move(id, after),
            7 => new ProcedureEdit.SetWhen(id, random.Next(3) == 0 ? null : "it is case " + random.Next(1000)),
            _ => new ProcedureEdit.Add("Added " + random.Next(1000), random.Next(4) == 0 ? null : id, default, "U1"),
        };
    }

    public static Procedure Edited(Procedure procedure, int edits, Random random)
    {
        for (var i = 0; i < edits; i++)
            if (procedure.Apply(Edit(procedure, random)) is Edited.Done done) procedure = done.Procedure;
        return procedure;
    }

    private static string Any(Procedure procedure, Random random) => procedure.Steps[random.Next(procedure.Steps.Count)].Id;
}
