namespace LiveSop.Domain.Drift;

/// <summary>Something to watch, which each case that comes to it shows or does not.</summary>
public abstract record Place
{
    private Place() { }

    /// <summary>A step that is demanded is left out.</summary>
    public sealed record Skip(int Step) : Place;

    /// <summary>Something happens where the SOP does not foresee it.</summary>
    public sealed record Addition(int Activity) : Place;

    /// <summary>Two steps are done in the other order.</summary>
    public sealed record Order(int First, int Second) : Place;

    /// <summary>A branch is taken.</summary>
    public sealed record Take(Branch Branch) : Place;

    /// <summary>Whether it is about this step or activity.</summary>
    public bool IsAbout(int activity) => this switch
    {
        Skip skip => skip.Step == activity,
        Addition addition => addition.Activity == activity,
        Order order => order.First == activity || order.Second == activity,
        Take take => take.Branch.First == activity,
        _ => false,
    };

    public bool IsOf(Deviation deviation) => IsAbout(deviation.Subject) && (this, deviation) is
        (Skip, Deviation.Skipped) or (Addition, Deviation.Added) or (Order, Deviation.Moved) or (Take, Deviation.Shifted);
}
