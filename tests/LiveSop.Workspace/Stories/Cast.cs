using LiveSop.Workspace.Company;
using LiveSop.Workspace.History;
using LiveSop.Workspace.Wording;

namespace LiveSop.Workspace.Stories;

/// <summary>Who plays in an incident.</summary>
internal sealed class Cast
{
    private static readonly Role[] Responders = [Role.Support, Role.Lead, Role.Platform, Role.Billing, Role.Privacy];

    private readonly Dictionary<Role, Colleague> _byRole;
    private readonly DateTimeOffset _at;

    public Cast(Colleague requester, DateTimeOffset at, Dice dice)
    {
        (Requester, _at) = (requester, at);
        _byRole = Responders.ToDictionary(r => r, r => Timeline.Awake([.. House.Of(r).Where(p => p != requester)], at, dice));
    }

    public Colleague Requester { get; }

    public Colleague this[Role role] => _byRole[role];

    /// <summary>Somebody else of that role takes over from here.</summary>
    public Colleague Relieve(Role role, Dice dice)
    {
        var others = House.Of(role).Where(p => p != _byRole[role] && p != Requester && (p.Left is null || _at < p.Left)).ToList();
        return others.Count == 0 ? _byRole[role] : _byRole[role] = dice.Pick(others);
    }

    public Colleague Bystander(Dice dice)
    {
        var others = House.Of(Role.Success, Role.Support, Role.Sales).Where(p => p != Requester && !_byRole.ContainsValue(p));
        return dice.Pick([.. others.Where(p => p.Left is null || _at < p.Left)]);
    }

    public void Introduce(Facts facts, Role main)
    {
        facts.Set("requester", Requester.IsApp ? "<!here>" : Requester.Mention);
        facts.Set("engineer", this[Role.Platform].Mention);
        facts.Set("lead", this[Role.Lead].Mention);
        facts.Set("agent", this[main].FirstName);
    }
}
