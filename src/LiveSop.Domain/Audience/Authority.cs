namespace LiveSop.Domain.Audience;

/// <summary>What one person may do in the spaces of their workspace.</summary>
/// <param name="IsMember">Of the workspace: no guest, nobody of another company, not deactivated.</param>
/// <param name="IsAdmin">The workspace's own owner or admin, or named in the bot's settings: an admin of every space.</param>
/// <param name="Roles">What an admin made them, by space.</param>
/// <param name="DefaultSpace">In which every member is a responder without being made one.</param>
public sealed record Authority(bool IsMember, bool IsAdmin, IReadOnlyDictionary<Guid, Role> Roles, Guid DefaultSpace)
{
    /// <summary>Somebody who may do nothing.</summary>
    public static Authority Nobody { get; } = new(IsMember: false, IsAdmin: false, new Dictionary<Guid, Role>(), Guid.Empty);

    /// <summary>Somebody of whom nothing is known yet, who may do nothing either.</summary>
    public static Authority Stranger { get; } = Nobody with { IsKnown = false };

    /// <summary>False for a moment after the bot comes into a workspace, or they do.</summary>
    public bool IsKnown { get; private init; } = true;

    /// <returns>Null where they are nobody.</returns>
    public Role? In(Guid space)
    {
        if (IsAdmin && IsMember) return Role.Admin;
        if (Roles.TryGetValue(space, out var role)) return role;
        return IsMember && space == DefaultSpace ? Role.Responder : null;
    }

    public Clearance May(Deed deed, Guid space)
    {
        var needed = Needed(deed);
        return In(space) is { } role && role >= needed ? new Clearance.Granted() : new Clearance.Refused(deed, space, needed, In(space), IsKnown);
    }

    /// <summary>The least role that may do it.</summary>
    public static Role Needed(Deed deed) => deed switch
    {
        Deed.Read or Deed.Export => Role.Viewer,
        Deed.AskForReview or Deed.Respond => Role.Responder,
        Deed.Edit or Deed.Import => Role.Editor,
        Deed.Decide or Deed.Widen or Deed.Retire => Role.Approver,
        _ => Role.Admin,
    };
}

/// <summary>What somebody wants to do to a space or its procedures.</summary>
public enum Deed
{
    Read,
    Export,
    AskForReview,

    /// <summary>Work on a case: start a run, check its steps, say that a match is wrong.</summary>
    Respond,
    Edit,

    /// <summary>Bring a page, a log or issues from outside.</summary>
    Import,

    /// <summary>Approve, reject.</summary>
    Decide,

    /// <summary>Show a procedure to people who may not read all that it was mined from.</summary>
    Widen,
    Retire,

    /// <summary>Say who may what, which channels belong where, how long is kept.</summary>
    Configure,
    Erase,
}

/// <summary>Whether somebody may do something.</summary>
public abstract record Clearance
{
    private Clearance() { }

    public sealed record Granted : Clearance;

    /// <param name="Needed">The least role that may.</param>
    /// <param name="Has">Theirs in that space; null where they have none.</param>
    /// <param name="IsKnown">Whether anything is known of them.</param>
    public sealed record Refused(Deed Deed, Guid Space, Role Needed, Role? Has, bool IsKnown = true) : Clearance;
}
