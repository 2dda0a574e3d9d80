namespace LiveSop.Domain.Sops.Living.Pages;

/// <summary>What a page turned out to say.</summary>
public abstract record PageReading
{
    private PageReading() { }

    public sealed record Understood(Procedure Procedure) : PageReading;

    /// <summary>Nothing is taken over until all of these are mended.</summary>
    /// <param name="Problems">In the order of the page; at least one.</param>
    public sealed record Unclear(IReadOnlyList<PageProblem> Problems) : PageReading;
}

/// <param name="Line">The first is 1.</param>
/// <param name="What">What is wrong and what to do. May quote the page: data, never markup.</param>
public sealed record PageProblem(int Line, string What)
{
    /// <summary>"Line 14: a step has no words; write what is done, or remove it."</summary>
    public string Say() => $"Line {Line}: {char.ToLowerInvariant(What[0])}{What[1..]}";
}
