namespace LiveSop.Domain.Mining;

// STAND-IN: to be replaced at merge by the notation of branch "mining".
public static class ProcessTreeNotation
{
    /// <param name="names">By activity index.</param>
    public static string Write(ProcessTree tree, IReadOnlyList<string> names) => tree switch
    {
        ProcessTree.Activity leaf => $"'{names[leaf.Index]}'",
        _ => "tau",
    };
}
