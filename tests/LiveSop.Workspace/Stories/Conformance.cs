using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>
/// Whether a trace is one of a process's own, by taking derivatives (Brzozowski, Derivatives of Regular Expressions, 1964, with shuffle added):
/// what is left of the process after each step. It shares nothing with the drawing, which it is there to check.
/// </summary>
internal static class Conformance
{
    private static readonly Process Nothing = new OneOf([]);
    private static readonly Process Finished = new InOrder([]);

    public static bool Accepts(this Process process, IEnumerable<string> trace) => IsOptional(After(process, trace));

    /// <summary>The trace could still go on to the end.</summary>
    public static bool AcceptsStart(this Process process, IEnumerable<string> trace) => After(process, trace) != Nothing;

    private static Process After(Process process, IEnumerable<string> trace) => trace.Aggregate(process, After);

    private static Process After(Process process, string step) => process switch
    {
        Do one => one.Activity.Name == step ? Finished : Nothing,
        InOrder { Parts.Count: 0 } => Nothing,
        InOrder all => AfterRow(all.Parts[0], new InOrder([.. all.Parts.Skip(1)]), step),
        OneOf one => Any(one.Branches.Select(b => After(b.Part, step))),
        Optional optional => After(optional.Part, step),
        Interleaved all => Any(all.Parts.Select((part, i) => AfterOne(all, i, After(part, step)))),
        Repeated loop => AfterRow(loop.Body, Maybe(1, Then(loop.Redo, loop)), step),
        _ => Nothing,
    };

    private static Process AfterRow(Process head, Process rest, string step) =>
        Any([Row(After(head, step), rest), IsOptional(head) ? After(rest, step) : Nothing]);

    private static Process Row(Process head, Process rest) => head == Nothing ? Nothing : head == Finished ? rest : Then(head, rest);

    private static Process AfterOne(Interleaved all, int moved, Process left) =>
        left == Nothing ? Nothing : AnyOrder([.. all.Parts.Select((part, i) => i == moved ? left : part)]);

    private static Process Any(IEnumerable<Process> options)
    {
        var possible = options.Where(o => o != Nothing).ToList();
        return possible.Count switch { 0 => Nothing, 1 => possible[0], _ => Either([.. possible.Select(p => Or(1, p))]) };
    }

    private static bool IsOptional(Process process) => process switch
    {
        InOrder all => all.Parts.All(IsOptional),
        OneOf one => one.Branches.Any(b => IsOptional(b.Part)),
        Optional => true,
        Interleaved all => all.Parts.All(IsOptional),
        Repeated loop => IsOptional(loop.Body),
        _ => false,
    };
}
