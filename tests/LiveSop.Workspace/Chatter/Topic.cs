using LiveSop.Workspace.Company;
using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Chatter;

/// <summary>Something people talk about that is nobody's case.</summary>
/// <param name="Weight">How often it comes up, beside the others.</param>
internal sealed record Topic(string Name, double Weight)
{
    public required IReadOnlyList<(Channel Channel, double Weight)> Places { get; init; }

    public required Phrases Opens { get; init; }

    public Phrases? Answers { get; init; }

    /// <summary>At most this many answers; how many is drawn each time, often none.</summary>
    public int Talk { get; init; }

    /// <summary>Answers stand in a thread with this probability, else below it in the channel.</summary>
    public double Threaded { get; init; } = 0.7;

    /// <summary>Who begins; anybody in the channel where it is empty.</summary>
    public IReadOnlyList<Colleague> Starters { get; init; } = [];
}
