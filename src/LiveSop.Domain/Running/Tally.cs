namespace LiveSop.Domain.Running;

/// <summary>"4 of 6".</summary>
/// <param name="Done">Of the required steps.</param>
/// <param name="Required">As far as is known: a way that is chosen later may bring more.</param>
public readonly record struct Tally(int Done, int Required)
{
    public int Left => Required - Done;

    public static Tally operator +(Tally one, Tally other) => new(one.Done + other.Done, one.Required + other.Required);

    public static Tally Add(Tally one, Tally other) => one + other;
}
