namespace LiveSop.Domain.Running;

/// <summary>
/// One incident going through one version of a procedure. It says what people did, not what the procedure wants: that is read from both by
/// <see cref="Checklist"/>. Plain values throughout, so that it can be stored as it is. Equal by what it says; changed by <see cref="RunChanges"/>.
/// </summary>
/// <param name="StartedBy">A user's id.</param>
public sealed record Run(DateTimeOffset StartedAt, string StartedBy)
{
    /// <summary>One for each settled step at most, in the order in which they were settled.</summary>
    public IReadOnlyList<StepMark> Marks { get; init; } = [];

    /// <summary>In the order in which they were said; of several about one choice the last holds.</summary>
    public IReadOnlyList<Chosen> Choices { get; init; } = [];

    /// <summary>Repetitions that were begun; those of a loop within a loop are forgotten when the outer one begins anew.</summary>
    public IReadOnlyList<Round> Rounds { get; init; } = [];

    /// <summary>The marks of rounds that are over.</summary>
    public IReadOnlyList<StepMark> Earlier { get; init; } = [];

    public IReadOnlyList<HandedOver> HandOvers { get; init; } = [];

    /// <summary>Null while it goes on.</summary>
    public Finished? Finished { get; init; }

    /// <summary>Who has it in hand: a user's id.</summary>
    public string Owner => HandOvers.Count > 0 ? HandOvers[^1].To : StartedBy;

    public StepMark? Mark(string step) => Marks.FirstOrDefault(mark => mark.Step == step);

    /// <summary>The way that holds at a choice; null where nobody has chosen.</summary>
    public Chosen? Choice(string key) => Choices.LastOrDefault(chosen => chosen.Choice == key);

    /// <summary>How often the loop was begun again.</summary>
    public int Repetitions(string key) => Rounds.Count(round => round.Loop == key);

    public bool Equals(Run? other) => other is not null && (StartedAt, StartedBy, Finished) == (other.StartedAt, other.StartedBy, other.Finished)
        && Marks.SequenceEqual(other.Marks) && Choices.SequenceEqual(other.Choices) && Rounds.SequenceEqual(other.Rounds)
        && Earlier.SequenceEqual(other.Earlier) && HandOvers.SequenceEqual(other.HandOvers);

    public override int GetHashCode() => HashCode.Combine(StartedAt, StartedBy, Marks.Count);
}
