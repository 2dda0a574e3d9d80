namespace LiveSop.Domain.Running;

/// <summary>How a step came to be marked.</summary>
public enum How
{
    /// <summary>Somebody said so.</summary>
    Pressed,

    /// <summary>It was recognised in what somebody wrote.</summary>
    Seen,

    /// <summary>Somebody said that it is not needed this time.</summary>
    Skipped,
}

/// <summary>A step is settled.</summary>
/// <param name="By">The user's id; of what was recognised, its author's.</param>
/// <param name="Source">The message in which it was recognised, as a <see cref="Incidents.SourceRef"/> writes itself; null unless <see cref="How.Seen"/>.</param>
public sealed record StepMark(string Step, string By, DateTimeOffset At, How How, string? Source = null)
{
    /// <exception cref="ArgumentException">It was recognised in nothing, or in something though nothing was recognised.</exception>
    public string? Source { get; } = (How == How.Seen) == (Source is not null) ? Source : throw new ArgumentException($"'{Source}' does not go with {How}.", nameof(Source));

    /// <summary>It was done, not skipped.</summary>
    public bool IsDone => How != How.Skipped;
}

/// <summary>Which way was taken at a choice.</summary>
/// <param name="Choice">The choice's key, see <see cref="FlowKey"/>.</param>
/// <param name="Branch">Its index among the choice's branches.</param>
/// <param name="Step">The step of that way whose being done says so; null where somebody said it.</param>
public sealed record Chosen(string Choice, int Branch, string By, DateTimeOffset At, string? Step = null);

/// <summary>A part of the procedure is done once more.</summary>
/// <param name="Loop">The loop's key, see <see cref="FlowKey"/>.</param>
public sealed record Round(string Loop, string By, DateTimeOffset At);

/// <summary>Somebody else has it in hand from then on.</summary>
public sealed record HandedOver(string To, string By, DateTimeOffset At);

/// <summary>How a run ended.</summary>
public enum Outcome
{
    Solved,

    /// <summary>Given up, or not the case that it seemed to be.</summary>
    Stopped,
}

/// <summary>The end of a run.</summary>
public sealed record Finished(DateTimeOffset At, string By, Outcome Outcome);
