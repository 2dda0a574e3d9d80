using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.Stories;

/// <summary>What sort of pause comes before somebody speaks.</summary>
internal enum Wait { None, First, Next, Requester, Quick }

/// <summary>One message of an incident before it has a time and a place.</summary>
internal sealed record Turn(Colleague Speaker, string Text, Wait Wait)
{
    public IReadOnlyList<Activity> Does { get; init; } = [];

    public bool HasFile { get; init; }
}

/// <summary>Everything that is said in one incident, in order.</summary>
/// <param name="Title">How a tracker would call it; null for kinds that never reach one.</param>
internal sealed record Script(IReadOnlyList<Turn> Turns, bool Resolved, string? Title);
