namespace LiveSop.Domain.Drift;

/// <summary>What it takes to propose a change at a place.</summary>
/// <param name="Bets">What its share is thought to become.</param>
/// <param name="Weight">Its part of the false alarms.</param>
/// <param name="Least">A share below it, or, of a branch taken less often, above the rest, is no reason to change the SOP.</param>
internal sealed record Demands(IReadOnlyList<Beta> Bets, double Weight, double Least)
{
    /// <summary>At most this share of streams of <see cref="Horizon"/> cases without a change raise anything.</summary>
    public const double FalseAlarms = 0.01;

    public const int Horizon = 100;

    /// <summary>Never fewer cases behind a proposal.</summary>
    public const int Support = 5;

    /// <summary>A share must have changed by so much.</summary>
    public const double Change = 0.25;

    /// <summary>After a decision about the same place the bets must pay so much more.</summary>
    public const double Again = 100;

    private static readonly Beta[] Up = [new(8, 1), new(2, 2)];
    private static readonly Beta[] Either = [new(8, 1), new(1, 8)];

    /// <summary>What the bets must pay.</summary>
    public double Price => Horizon / (FalseAlarms * Weight);

    /// <summary>A share that falls counts, too.</summary>
    public bool IsEitherWay => Bets == Either;

    public static IReadOnlyList<Demands> Of(IReadOnlyList<Place> places)
    {
        double Part(double part, Func<Place, bool> kind) => part / Math.Max(1, places.Count(kind));
        var skip = new Demands(Up, Part(0.2, place => place is Place.Skip), 0.3);
        var addition = new Demands(Up, Part(0.2, place => place is Place.Addition), 0.3);
        var order = new Demands(Up, Part(0.2, place => place is Place.Order), 0.5);
        var take = new Demands(Either, Part(0.4, place => place is Place.Take), 0.8);
        return [.. places.Select(place => place switch { Place.Skip => skip, Place.Addition => addition, Place.Order => order, _ => take })];
    }
}
