namespace LiveSop.Domain.Audience;

/// <summary>What somebody is in a space. Each may do what those before it may.</summary>
public enum Role
{
    /// <summary>Reads the space's procedures.</summary>
    Viewer,

    /// <summary>Solves cases by them.</summary>
    Responder,

    /// <summary>Words them.</summary>
    Editor,

    /// <summary>Lets them live.</summary>
    Approver,

    /// <summary>Says who may what.</summary>
    Admin,
}
