namespace LiveSop.Domain.Sops.Living;

/// <summary>One thing that is done. Somebody was seen doing it, or somebody wrote that it is to be done; else it cannot exist.</summary>
public sealed record ProcedureStep
{
    public const int LongestTitle = 200;
    public const int LongestOwner = 80;

    /// <exception cref="ArgumentException">Nothing shows it and nobody wrote it.</exception>
    public ProcedureStep(string id, string title, Support support, string? writtenBy = null)
    {
        if (support.Cases == 0 && writtenBy is null) throw new ArgumentException($"Step '{id}' has no evidence and no author.", nameof(support));
        (Id, Title, Support, WrittenBy) = (id, title, support, writtenBy);
    }

    /// <summary>The same in every version of the procedure, and never another's: <c>s3</c>.</summary>
    public string Id { get; }

    /// <summary>An imperative.</summary>
    public string Title { get; init; }

    /// <summary>In how many of the cases it was seen.</summary>
    public Support Support { get; }

    /// <summary>Who put it in by hand; null where it was mined.</summary>
    public string? WrittenBy { get; }

    /// <summary>The role or team that does it; null where nobody has said.</summary>
    public string? Owner { get; init; }

    public bool Optional { get; init; }

    /// <summary>From the message before to this step, in seconds; null where unknown.</summary>
    public long? MedianSeconds { get; init; }

    /// <exception cref="ArgumentException">Nothing is left that shows it, and nobody wrote it.</exception>
    public ProcedureStep SeenIn(Support support) => new(Id, Title, support, WrittenBy) { Owner = Owner, Optional = Optional, MedianSeconds = MedianSeconds };

    internal ProcedureStep Named(string id) => new(id, Title, Support, WrittenBy) { Owner = Owner, Optional = Optional, MedianSeconds = MedianSeconds };
}
