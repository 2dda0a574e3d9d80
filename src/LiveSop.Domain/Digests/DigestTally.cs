namespace LiveSop.Domain.Digests;

/// <summary>How much there is to say to somebody today.</summary>
/// <param name="Decisions">That wait for them, each day until they are made.</param>
/// <param name="Changes">Since their last digest.</param>
/// <param name="Ageing">Requests that nobody has taken up.</param>
/// <param name="Recurring">Kinds of case that have no procedure in force.</param>
/// <param name="NewlyRecurring">Of those, found since their last digest.</param>
public sealed record DigestTally(int Decisions, int Changes, int Ageing, int Recurring, int NewlyRecurring)
{
    /// <summary>A kind of case without a procedure recurs for weeks: alone it is worth a word when it is new, and on Mondays.</summary>
    public bool IsQuiet(DayOfWeek day) => Decisions + Changes + Ageing + NewlyRecurring == 0 && (Recurring == 0 || day != DayOfWeek.Monday);
}
