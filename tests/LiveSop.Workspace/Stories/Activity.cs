using LiveSop.Workspace.Company;
using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Stories;

/// <summary>A kind of work that a responder does, seen as what they write about it.</summary>
/// <param name="Name">The gold label.</param>
internal sealed record Activity(string Name, Role Role, Phrases Says)
{
    /// <summary>What the requester answers, where an answer is due.</summary>
    public Phrases? Reply { get; init; }

    /// <summary>What the requester answers when this has to be done once more.</summary>
    public Phrases? Setback { get; init; }

    public double ReplyChance { get; init; } = 0.85;

    /// <summary>The answer brings a picture or a log along.</summary>
    public bool ReplyHasFile { get; init; }
}
