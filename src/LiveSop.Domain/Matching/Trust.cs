namespace LiveSop.Domain.Matching;

/// <summary>What people said of a procedure's matches.</summary>
/// <param name="Confirmed">How many they took up, or solved by it.</param>
/// <param name="Rejected">Of how many they said that it was not this one.</param>
/// <param name="RejectedInARow">How many of those since the last that was confirmed.</param>
public readonly record struct Trust(int Confirmed, int Rejected, int RejectedInARow)
{
    /// <summary>So many rejections in a row mute a procedure.</summary>
    public const int Patience = 3;

    private const int FewestConfirmed = 5;
    private const int ConfirmedPerRejected = 4;

    /// <summary>Confirmed often enough, and mostly, to be shown to everybody.</summary>
    public bool IsTried => Confirmed >= FewestConfirmed && Confirmed >= ConfirmedPerRejected * Rejected;

    public bool IsSpent => RejectedInARow >= Patience;
}
