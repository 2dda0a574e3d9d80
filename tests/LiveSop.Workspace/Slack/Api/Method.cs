namespace LiveSop.Workspace.Slack.Api;

/// <summary>How often a method may be called: per app and workspace, in a minute.</summary>
internal enum Tier
{
    One = 1,
    Two = 20,
    Three = 50,
    Four = 100,
    Special = 600,
}

/// <summary>A method of the Web API.</summary>
/// <param name="Scope">What the token must have been granted; null where none is needed, or where it depends on the channel.</param>
internal sealed record Method(string Name, Tier Tier, string? Scope, Func<Call, Answer> Run)
{
    /// <summary>Reads the channel's messages: the reduced tier concerns it.</summary>
    public bool ReadsHistory { get; init; }

    /// <summary>Paced per channel too.</summary>
    public bool Posts { get; init; }
}
