namespace LiveSop.Domain.Incidents;

/// <summary>How an incident ended, as far as its talk tells.</summary>
public enum Outcome
{
    /// <summary>Somebody is still at it, or the answer is too fresh to say.</summary>
    Open,

    /// <summary>Whoever asked is content, or was answered and did not come back.</summary>
    Solved,

    /// <summary>It was let go: nobody answered, the last question stayed open, or it still did not work.</summary>
    Unsolved,
}
