namespace LiveSop.Workspace.Slack.Talk;

/// <summary>A file that was uploaded.</summary>
internal sealed class SharedFile(string id, string name, string owner, string teamId)
{
    public string Id { get; } = id;
    public string Name { get; } = name;
    public string Title { get; set; } = name;
    public string Owner { get; } = owner;
    public string TeamId { get; } = teamId;
    public string? AltText { get; init; }

    /// <summary>What was announced; the upload must have as many bytes.</summary>
    public long Announced { get; init; }

    public DateTimeOffset Created { get; init; }

    /// <summary>Null until it is uploaded.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>Completed, so that others may see it.</summary>
    public bool Complete { get; set; }

    /// <summary>Where it was shared.</summary>
    public List<(Conversation Place, string Ts, string? ThreadTs)> Shares { get; } = [];
}
