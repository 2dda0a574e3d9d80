using LiveSop.Domain.Incidents;
using LiveSop.Domain.Mining;

namespace LiveSop.Domain.Sops;

/// <summary>A mined procedure: what sets it off, what is done, who does it, and what shows it.</summary>
/// <param name="Id">Stable for the same input: <c>sop-</c> and a word or two of the title.</param>
/// <param name="Trigger">One sentence: when this procedure applies.</param>
/// <param name="Cases">Ids of the incidents it was mined from.</param>
/// <param name="Tree">Leaves are indices into <paramref name="Steps"/>.</param>
/// <param name="Edges">Which step follows which; exactly those that are drawn.</param>
public sealed record Sop(
    string Id,
    string Title,
    string Trigger,
    IReadOnlyList<string> Cases,
    IReadOnlyList<Step> Steps,
    ProcessTree Tree,
    IReadOnlyList<Edge> Edges,
    SopQuality Quality);

/// <summary>One thing that responders do. Without a message that shows it, it cannot exist.</summary>
public sealed record Step
{
    public Step(string id, string title, string actor, IReadOnlyList<SourceRef> evidence)
    {
        if (evidence.Count == 0) throw new ArgumentException($"Step '{title}' has no evidence.", nameof(evidence));
        (Id, Title, Actor, Evidence) = (id, title, actor, evidence);
    }

    public string Id { get; }

    /// <summary>An imperative: "Ask for the order number".</summary>
    public string Title { get; }

    /// <summary>The role that does it: a profile title, or "responder".</summary>
    public string Actor { get; }

    /// <summary>Every message that shows the step, in all its cases.</summary>
    public IReadOnlyList<SourceRef> Evidence { get; }

    /// <summary>The tree allows a case without it.</summary>
    public bool Optional { get; init; }

    public required Support Support { get; init; }

    /// <summary>From the previous message of the case to this one, in seconds; null where times are missing.</summary>
    public long? MedianSeconds { get; init; }

    /// <summary>What people typically wrote, values masked; most typical first.</summary>
    public IReadOnlyList<string> Wordings { get; init; } = [];
}

/// <summary>"14 of 17 cases".</summary>
public readonly record struct Support(int Cases, int Of)
{
    public double Share => Of == 0 ? 0 : (double)Cases / Of;
}

/// <summary>One step follows another, in this many cases, the last time then.</summary>
public sealed record Edge(string From, string To, int Cases, DateTimeOffset? LastSeen);

/// <summary>Fitness and precision of the tree on its own cases, both in [0, 1].</summary>
public sealed record SopQuality(double Fitness, double Precision);
