namespace LiveSop.Domain.Incidents;

/// <summary>Somebody who speaks. Two with the same id are the same, whatever they are called.</summary>
/// <param name="Id">The source's own id.</param>
/// <param name="Name">How the source shows them.</param>
/// <param name="Title">What their profile says they are ("Support engineer"), where it says so.</param>
/// <param name="IsApp">A bot or an integration.</param>
public sealed record Person(string Id, string Name, string? Title = null, bool IsApp = false)
{
    public bool Equals(Person? other) => other is not null && other.Id == Id;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
