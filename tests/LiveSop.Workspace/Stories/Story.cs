using LiveSop.Workspace.Company;
using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Stories;

/// <summary>A kind of incident: what sets it off, how it is handled, where, and how fast.</summary>
internal sealed record Story(string Kind, string Summary)
{
    public required IReadOnlyList<(Channel Channel, double Weight)> Places { get; init; }

    /// <summary>A case has one trait of each group; traits steer both the words and the choices, so that a choice can be told from the words.</summary>
    public required IReadOnlyList<IReadOnlyList<(string Trait, double Weight)>> Traits { get; init; }

    public required Phrases Requests { get; init; }

    public required Given Given { get; init; }

    /// <summary>What an alert says, where the monitoring sees the problem first.</summary>
    public Phrases? Alerts { get; init; }

    public required Process Process { get; init; }

    public required Pace Pace { get; init; }

    /// <summary>How often it happens, beside the others.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Summaries of its issues in Jira, for kinds that reach the tracker.</summary>
    public Phrases? IssueTitles { get; init; }

    /// <summary>The same, handled by a team that answers with saved replies.</summary>
    public Story WithSavedReplies() => this with { Process = Process.Map(activity => activity with { Says = activity.Says.Saved() }) };

    public IReadOnlySet<string> DrawTraits(Dice dice) => Traits.Select(group => dice.Weighted(group)).ToHashSet(StringComparer.Ordinal);
}

/// <summary>Median waits in minutes: for the first answer, for each further one, for the requester's; and their spread.</summary>
internal sealed record Pace(double First, double Next, double Requester, double Sigma);

/// <summary>What a well-made request already says: in cases with the trait it stands in the request, and nobody need ask for it.</summary>
internal sealed record Given(string Trait, string Slot, Phrases Detail);
